"""What KakaoTalk itself writes into an export, in Korean and English."""

from groupctl.chatlog.events import all_phrases, phrases

KOREAN = all_phrases(
    phrases(
        "join",
        "{by}님이 {who}님을 초대하였습니다.",
        "{by}님이 {who}님을 초대했습니다.",
        "{who}님을 초대하였습니다.",
        "{who}님을 초대했습니다.",
        "{who}님이 들어왔습니다.",
        "{who}님이 들어왔습니다. {}",
    ),
    phrases(
        "kick",
        "{by}님이 {who}님을 내보냈습니다.",
        "{who}님을 내보냈습니다.",
        "{by}님이 {who}님을 강퇴하였습니다.",
        "{who}님이 강퇴되었습니다.",
    ),
    phrases("leave", "{who}님이 나갔습니다.", "{who}님이 나가셨습니다."),
    phrases(
        "recall",
        "채팅방 관리자가 메시지를 가렸습니다.",
        "관리자가 메시지를 가렸습니다.",
        "{by}님이 메시지를 가렸습니다.",
        "{by}님이 메시지를 삭제했습니다.",
    ),
    phrases(
        "system",
        "{who}님이 방장이 되었습니다.",
        "{who}님이 부방장이 되었습니다.",
        "{who}님이 부방장에서 해제되었습니다.",
        "{by}님이 {who}님에게 {}",
        "{by}님이 톡게시판{}",
        "{by}님이 채팅방{}",
        "채팅방 {}",
        "운영정책을 위반한 {}",
    ),
)
ENGLISH = all_phrases(
    phrases(
        "join",
        "{by} invited {who}.",
        "{by} invited {who} .",
        "{by} invited {who}",
        "{who} has joined this chatroom.",
        "{who} joined this chatroom.",
        "{who} joined.",
        "{who} has joined.",
    ),
    phrases(
        "kick",
        "{by} removed {who} from this chatroom.",
        "{who} has been removed from this chatroom.",
        "{who} was removed from this chatroom.",
        "{by} removed {who}.",
    ),
    phrases("leave", "{who} has left this chatroom.", "{who} left this chatroom.", "{who} left.", "{who} has left."),
    phrases("recall", "The chatroom admin hid the message.", "Message hidden by the admin.", "{by} hid a message."),
    phrases("system", "{who} is now the host.", "{who} is now a co-host.", "{by} created {}", "{by} changed {}"),
)
EVENTS = all_phrases(KOREAN, ENGLISH)

_MEDIA = {
    "image": ("사진", "Photo", "Photos", "<Photo>", "<사진>", "사진을 보냈습니다.", "묶음사진"),
    "video": ("동영상", "Video", "<Video>", "<동영상>", "동영상을 보냈습니다."),
    "voice": ("음성메시지", "음성메세지", "Voice Message", "Voice message", "<Voice Message>", "<음성메시지>"),
    "sticker": ("이모티콘", "Emoticon", "Emoticons", "(이모티콘)", "(Emoticon)", "(emoticon)", "<Emoticon>", "<이모티콘>", "스티커"),
    "call": ("보이스톡", "페이스톡", "그룹콜", "라이브톡", "보이스톡 해요", "페이스톡 해요", "그룹콜 해요",
             "Voice Call", "Video Call", "Voice Talk", "Face Talk", "Group Call"),
    "poll": ("투표", "Poll"),
    "transfer": ("송금", "송금 봉투가 도착했어요.", "선물", "Gift"),
    "deleted": ("삭제된 메시지입니다.", "삭제된 메시지입니다", "This message was deleted.",
                "This message has been deleted.", "Deleted message."),
}  # fmt: skip
PLACEHOLDERS = {text: kind for kind, texts in _MEDIA.items() for text in texts}
"""Texts that stand in place of a message."""

BEGINNINGS = {
    "파일: ": "file", "파일 : ": "file", "File: ": "file", "File : ": "file",
    "지도: ": "location", "지도 : ": "location", "Map: ": "location", "위치: ": "location",
    "연락처: ": "contact", "Contact: ": "contact", "샵검색: ": "link", "음악: ": "link",
}  # fmt: skip
"""What stands before the name of something that was sent."""
SEVERAL_PHOTOS = r"^(?:사진 \d+장|Photo \d+|\d+ photos?)$"

NAMELESS_ENDINGS = (
    "님이 들어왔습니다.", "님이 나갔습니다.", "님을 초대하였습니다.", "님을 초대했습니다.", "님을 내보냈습니다.",
    "메시지를 가렸습니다.", "방장이 되었습니다.",
    "has joined this chatroom.", "has left this chatroom.", "joined this chatroom.", "left this chatroom.",
)  # fmt: skip
"""How lines end that the Windows program writes without time and name."""

WARNINGS = (
    "운영정책을", "타인, 기관", "불법촬영물", "You may temporarily be banned", "You may be", "Please be careful",
)  # fmt: skip
"""How the warnings begin that KakaoTalk writes behind who came, at times in the same line."""

SYSTEM_NAMES = ("시스템", "시스템 메시지", "System")
"""Names under which KakaoTalk itself speaks in tables."""
