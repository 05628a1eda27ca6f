"""What the sample is written as, and on which line each record begins."""

import datetime as dt

import pytest

from groupctl.demo.cast import Cast
from groupctl.demo.exports import Export, wechat, whatsapp
from groupctl.demo.stage import Line
from groupctl.demo.story import Scene

CAST = Cast(
    title="The group",
    first_day=dt.date(2026, 3, 2),
    operators={"Ann": "Ann"},
    regulars={},
    newcomers={},
    crowds=(),
)
SCENE = Scene(day=1, start=dt.time(9), mark="", lines=())
AT = dt.datetime.fromisoformat("2026-03-02 09:05:07")
LINES = (
    Line(at=AT, who="Ben", invited_by="Ann"),
    Line(at=AT, who="Ben", text="one\ntwo", scene=SCENE),
    Line(at=AT, who="Cleo"),
    Line(at=AT, who="Cleo", text="three", scene=SCENE),
)


def test_whatsapp_writes_a_line_for_each_event_and_message() -> None:
    assert whatsapp(CAST, LINES).text.splitlines()[1:] == [
        '02/03/2026, 09:05 - Ann created group "The group"',
        "02/03/2026, 09:05 - Ann added Ben",
        "02/03/2026, 09:05 - Ben: one",
        "two",
        "02/03/2026, 09:05 - Cleo joined using this group's invite link",
        "02/03/2026, 09:05 - Cleo: three",
    ]


def test_wechat_writes_the_text_below_time_and_name() -> None:
    assert wechat(CAST, LINES).text == (
        '2026-03-02 09:05:07 "Ann"邀请"Ben"加入了群聊\n\n'
        "2026-03-02 09:05:07 Ben\none\ntwo\n\n"
        '2026-03-02 09:05:07 "Cleo"通过扫描"Ann"分享的二维码加入群聊\n\n'
        "2026-03-02 09:05:07 Cleo\nthree\n\n"
    )


@pytest.mark.parametrize("export", [wechat(CAST, LINES), whatsapp(CAST, LINES)])
def test_every_record_begins_on_the_line_given_for_it(export: Export) -> None:
    lines = export.text.splitlines()
    heads = [lines[number - 1] for number in export.line_of]
    assert len(heads) == len(LINES)
    assert all(
        head.startswith(("2026-03-02", "02/03/2026")) and line.who in head
        for head, line in zip(heads, LINES, strict=True)
    )
