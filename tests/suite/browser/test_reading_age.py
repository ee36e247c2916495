"""What parents read can be read at nine."""

import ftl
import reading


def test_all_that_parents_read_can_be_read_at_nine():
    found = list(reading.complaints(ftl.files()))
    assert not found, "\n" + "\n".join(found)


def test_syllables_are_counted_as_they_are_said():
    said = {
        1: "place booked looked make makes tell your you're changed through play kids 9:30am",
        2: "booking table places happy wanted cancel e-mail’s baby being people houses",
        3: "family’s telephone already remember another radio calendar’s",
        4: "information",
    }
    wrong = [
        (word, reading.syllables_of(word), count)
        for count, words in said.items()
        for word in words.split()
        if reading.syllables_of(word) != count
    ]
    assert not wrong


def test_a_text_that_is_hard_and_an_exception_that_need_not_be_are_seen(tmp_path):
    file = tmp_path / "words.ftl"
    file.write_text(
        "hard = The safeguarding lead determines eligibility for accommodation in accordance with"
        " the organisation’s policy.\nlabel = Accessibility\nother = Eligibility\n"
    )
    found = list(reading.complaints([file], exceptions={"gone": "no longer there"}))
    assert [one.split(":")[0] for one in found] == [
        "words.ftl hard",
        "words.ftl, its short texts together",
        "gone is an exception and need not be, or is gone",
    ]
    assert list(reading.complaints([file], exceptions=dict.fromkeys(["hard", "label", "other"], ""))) == []
