"""What LINE itself writes into an export, in the languages of its user interface."""

from groupctl.chatlog.events import all_phrases, phrases

JAPANESE = all_phrases(
    phrases(
        "join",
        "{by}が{who}をグループに追加しました。",
        "{by}が{who}をグループに追加しました",
        "{by}が{who}を追加しました。",
        "{who}がグループに参加しました。",
        "{who}がグループに参加しました",
        "{who}が参加しました。",
        "{who}が参加しました",
        "{who}がトークに参加しました。",
    ),
    phrases(
        "leave",
        "{who}がグループを退会しました。",
        "{who}がグループを退会しました",
        "{who}が退会しました。",
        "{who}が退会しました",
        "{who}がトークから退出しました。",
        "{who}が退出しました。",
        "{who}が退出しました",
    ),
    phrases(
        "kick",
        "{by}が{who}をグループから退会させました。",
        "{by}が{who}を退会させました。",
        "{by}が{who}を退会させました",
        "{by}が{who}を強制退会させました。",
    ),
    phrases(
        "recall",
        "{by}がメッセージの送信を取り消しました",
        "{by}がメッセージの送信を取り消しました。",
        "メッセージの送信を取り消しました",
        "メッセージの送信を取り消しました。",
    ),
    phrases(
        "announcement",
        "{by}がトークのアナウンスに登録しました{}",
        "{by}がアナウンスしました{}",
        "{by}が{}をアナウンスしました{}",
    ),
    phrases(
        "system",
        "{by}が{who}を招待しました。",
        "{by}が{who}をグループに招待しました。",
        "{by}が{who}の招待をキャンセルしました。",
        "{by}がグループ名を{}に変更しました。",
        "{by}がグループ名を{}に変更しました",
        "{by}がグループのプロフィール画像を変更しました。",
        "{by}がグループのアイコンを変更しました。",
        "{by}がアルバム{}",
        "{by}がノート{}",
        "{by}が{}",
    ),
)
CHINESE = all_phrases(
    phrases(
        "join",
        "{by}已將{who}加入群組。",
        "{by}將{who}加入群組。",
        "{by}邀請{who}加入了群組。",
        "{who}已加入群組。",
        "{who}已加入群組",
        "{who}加入了群組。",
        "{who}加入群組",
        "{who}已加入聊天室",
        "{who}加入聊天",
        "{who}已加入群组。",
        "{who}加入了群组。",
        "{who}加入群组",
        "{who}加入聊天室",
    ),
    phrases(
        "leave",
        "{who}已退出群組。",
        "{who}已退出群組",
        "{who}退出了群組。",
        "{who}退出群組",
        "{who}已離開聊天室",
        "{who}離開聊天",
        "{who}已退出群组。",
        "{who}退出了群组。",
        "{who}退出群组",
        "{who}离开聊天室",
    ),
    phrases(
        "kick",
        "{by}已將{who}退出群組。",
        "{by}已將{who}移出群組。",
        "{by}將{who}移出群組",
        "{by}讓{who}退出群組",
        "{by}已将{who}移出群组。",
        "{by}将{who}移出群组",
    ),
    phrases(
        "recall",
        "{by}已收回訊息",
        "{by}已收回訊息。",
        "{by}收回訊息",
        "{by}已收回消息",
        "{by}撤回了一条消息",
        "{by}已撤回消息",
        "已收回訊息",
    ),
    phrases("announcement", "{by}將訊息設為公告{}", "{by}已將{}設為公告{}", "{by}将消息设为公告{}"),
    phrases(
        "system",
        "{by}已邀請{who}加入群組。",
        "{by}邀請{who}加入群組。",
        "{by}邀請{who}加入",
        "{by}已邀请{who}加入群组。",
        "{by}邀请{who}加入",
        "{by}更改了群組名稱{}",
        "{by}已將群組名稱{}",
        "{by}變更了群組{}",
        "{by}更改了群组名称{}",
        "{by}建立了相簿{}",
        "{by}取消了對{who}的邀請{}",
    ),
)
ENGLISH = all_phrases(
    phrases(
        "join",
        "{by} added {who} to the group.",
        "{by} added {who} to the group",
        "{who} joined the group.",
        "{who} joined the group",
        "{who} joined the chat.",
        "{who} joined the chat",
        "{who} joined.",
    ),
    phrases(
        "leave",
        "{who} left the group.",
        "{who} left the group",
        "{who} left the chat.",
        "{who} left the chat",
        "{who} has left the chat.",
        "{who} left.",
    ),
    phrases(
        "kick",
        "{by} removed {who} from the group.",
        "{by} removed {who} from the group",
        "{who} was removed from the group.",
    ),
    phrases(
        "recall", "{by} unsent a message.", "{by} unsent a message", "{by} has unsent a message", "Message unsent."
    ),
    phrases("announcement", "{by} made an announcement{}", "{by} announced {}"),
    phrases(
        "system",
        "{by} invited {who} to the group.",
        "{by} invited {who} to the group",
        "{by} canceled the invitation {}",
        "{by} changed the group name to {}",
        "{by} changed the group's name to {}",
        "{by} changed the group's profile {}",
        "{by} changed the group photo{}",
        "{by} created {}",
        "{by} added {} to the album{}",
    ),
)
THAI = all_phrases(
    phrases(
        "join",
        "{by}เพิ่ม{who}เข้ากลุ่มแล้ว",
        "{by}ได้เพิ่ม{who}เข้ากลุ่ม",
        "{who}ได้เข้าร่วมกลุ่มแล้ว",
        "{who}ได้เข้าร่วมกลุ่ม",
        "{who}เข้าร่วมกลุ่มแล้ว",
        "{who}เข้าร่วมกลุ่ม",
        "{who}เข้าร่วมแชท",
    ),
    phrases(
        "kick", "{by}ได้ลบ{who}ออกจากกลุ่มแล้ว", "{by}ได้ลบ{who}ออกจากกลุ่ม", "{by}ลบ{who}ออกจากกลุ่มแล้ว", "{by}ลบ{who}ออกจากกลุ่ม"
    ),
    phrases(
        "leave", "{who}ได้ออกจากกลุ่มแล้ว", "{who}ได้ออกจากกลุ่ม", "{who}ออกจากกลุ่มแล้ว", "{who}ออกจากกลุ่ม", "{who}ออกจากแชท"
    ),
    phrases("recall", "{by}ยกเลิกข้อความแล้ว", "{by}ได้ยกเลิกข้อความ", "{by}ยกเลิกข้อความ", "{by}ยกเลิกการส่งข้อความ"),
    phrases("system", "{by}ได้เชิญ{who}เข้าร่วมกลุ่ม", "{by}เชิญ{who}เข้าร่วมกลุ่ม", "{by}เปลี่ยนชื่อกลุ่มเป็น{}"),
)
EVENTS = all_phrases(THAI, CHINESE, ENGLISH, JAPANESE)

_MEDIA = {
    "image": ("[Photo]", "[Photos]", "[写真]", "[照片]", "[圖片]", "[图片]", "[รูป]", "[รูปภาพ]", "[사진]"),
    "sticker": ("[Sticker]", "[スタンプ]", "[貼圖]", "[贴图]", "[สติกเกอร์]", "[스티커]", "(emoji)"),
    "video": ("[Video]", "[Videos]", "[動画]", "[影片]", "[视频]", "[วิดีโอ]", "[동영상]"),
    "voice": ("[Voice message]", "[ボイスメッセージ]", "[語音訊息]", "[语音信息]", "[语音消息]", "[ข้อความเสียง]",
              "[음성 메시지]"),
    "file": ("[File]", "[ファイル]", "[檔案]", "[文件]", "[ไฟล์]", "[파일]"),
    "location": ("[Location]", "[位置情報]", "[位置訊息]", "[位置信息]", "[ตำแหน่งที่ตั้ง]", "[위치]"),
    "contact": ("[Contact]", "[連絡先]", "[聯絡資訊]", "[联系人信息]", "[ข้อมูลติดต่อ]", "[연락처]"),
    "image album": ("[Album]", "[アルバム]", "[相簿]", "[相册]", "[อัลบั้ม]", "[앨범]"),
    "link": ("[Notes]", "[Note]", "[ノート]", "[記事本]", "[记事本]", "[โน้ต]", "[노트]"),
    "poll": ("[Poll]", "[投票]", "[โพล]", "[투표]"),
    "transfer": ("[Gift]", "[ギフト]", "[禮物]", "[礼物]"),
}  # fmt: skip
PLACEHOLDERS = {text: kind.split()[0] for kind, texts in _MEDIA.items() for text in texts}
"""Texts that stand in place of a message."""

BARE_PLACEHOLDERS = {
    **dict.fromkeys(("Photos", "圖片", "图片"), "image"), "Videos": "video", "Audio": "voice",
    **dict.fromkeys(("Stickers", "貼圖", "贴图"), "sticker"),
}  # fmt: skip
"""What the program for computers writes in place of a message, without brackets."""

CALL = "☎"
"""What the lines about calls begin with."""

_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHINESE_WEEK = ("", "週", "周", "星期", "禮拜", "礼拜")
WEEKDAYS = {
    **{name[:length]: day for length in (3, 9) for day, name in enumerate(_ENGLISH_DAYS)},
    **{f"{sign}{end}": day for day, sign in enumerate("月火水木金土日") for end in ("", "曜日", "曜")},
    **{f"{start}{sign}": day for start in _CHINESE_WEEK for day, sign in enumerate("一二三四五六日")},
    **{f"{sign}{end}": day for day, sign in enumerate("월화수목금토일") for end in ("", "요일")},
    **dict(zip(("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา"), range(7), strict=True)),
    **dict(zip(("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"), range(7), strict=True)),
    **dict(zip(("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"), range(7), strict=True)),
}  # fmt: skip
"""Days of the week as day lines write them, in small letters and without dots; Monday is 0."""
