"""The door: a register of forty on two devices, the network cut in the midst, one reloaded and one
killed, everybody signed out, and every mark arrives once. What a device keeps names nobody."""

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from door import FAMILIES, Device, Register, devices
from walk import Walk


@pytest.fixture(scope="module")
def register(demo):
    return Register(demo)


def test_a_mark_is_one_tap_and_is_shown(visitors, demo, figures, register):
    child = register.names[0]
    with visitors.visit(PHONE, who="staff") as page:
        walk = Walk(page, figures)
        walk.open(register.path)
        card = page.locator("form.party", has=page.get_by_role("heading", name=child))
        heights = page.locator("form.party").evaluate_all("all => all.map(one => one.offsetHeight)")
        figures.append(f"a family at the door: {min(heights)} to {max(heights)} px of 360 px wide")
        assert max(heights) <= 92, heights
        walk.count_from_here()
        walk.act(card.get_by_role("button", name=f"Came {child}").first)
        expect(page.locator("#said")).to_contain_text(f"{child} Otley, with")
        assert walk.taps == 1
        walk.tell("a mark")
        expect(page.locator("#marked")).to_have_text(f"1 of {FAMILIES} marked")
        expect(page.locator("#waiting")).to_be_hidden()
        page.reload()
        pressed = card.get_by_role("button", pressed=True)
        expect(pressed).to_have_text(f"Came {child} Otley, with {child}mum Otley")


def test_without_a_script_a_mark_is_one_tap_too(visitors, demo, register):
    child = register.names[1]
    with visitors.visit(PHONE, who="staff") as page:
        page.scripts.stop()
        page.goto(f"{register.path}?q={child}")
        page.get_by_role("button", name=f"Came {child}").first.click()
        expect(page.locator("#said")).to_contain_text("came")
        expect(page.get_by_role("button", pressed=True)).to_have_count(1)


def test_names_are_found_while_they_are_typed(visitors, demo, register):
    child = register.names[7]
    with visitors.visit(PHONE, who="staff") as page:
        page.goto(register.path)
        page.get_by_label("Find a name").fill(child[:7])
        expect(page.locator("form.party:visible")).to_have_count(1)
        page.get_by_label("Find a name").fill("")
        page.get_by_role("link", name="Not marked").click()
        expect(page.get_by_role("heading", name=register.names[0])).to_be_hidden()
        expect(page.get_by_role("heading", name=child)).to_be_visible()


def test_a_new_family_at_the_door_takes_less_than_a_minute(visitors, demo, figures, register):
    with visitors.visit(PHONE, who="staff") as page:
        walk = Walk(page, figures)
        walk.open(register.path)
        walk.count_from_here()
        walk.act(page.get_by_role("link", name="Somebody walked in"))
        walk.act(page.locator("summary", has_text="A new family"))
        form = page.locator("form.walk-in", has=page.get_by_label("Postcode"))
        # As fast as somebody types who has to ask.
        slowly = {"delay": 120}
        for label, text in [("Adult’s name", "Xenia Marr"), ("Phone number", "07700 900461"),
                            ("Postcode", "M32 9AN"), ("Child’s name", "Xaver Marr"),
                            ("Day", "3"), ("Month", "4"), ("Year", "2025")]:
            walk.taps += 1
            form.get_by_label(label, exact=True).press_sequentially(text, **slowly)
        walk.act(form.get_by_role("button", name="Make a member"))
        expect(page.get_by_role("heading", name="Xaver Marr")).to_be_visible()
        walk.tell("a new family at the door")


def test_every_mark_arrives_once_from_two_devices_without_a_network(playwright, demo, figures, tmp_path, register):
    names = register.names
    with devices(playwright, tmp_path, demo, 2) as (one, two):
        one.signs_in(demo, "staff")
        two.signs_in(demo, "front_desk")
        for device in (one, two):
            device.opens(register)
        # In the midst of it the network goes.
        one.marks(names[2])
        one.waits_with(0)
        two.marks(names[20])
        two.waits_with(0)
        for device in (one, two):
            device.cut()
        for child in names[3:15]:
            one.marks(child)
        for child in names[21:30]:
            two.marks(child)
        # Both have the same one, and say it differently.
        one.marks(names[30], "Late")
        two.marks(names[30], "Did not come")
        guest_without_a_network(one, "Yolanthe")
        one.waits_with(14)
        two.waits_with(10)

        # One is reloaded: it keeps no names, and its marks.
        one.page.reload()
        expect(one.page.get_by_role("heading", level=1)).to_have_text("There is no network")
        one.waits_with(14)
        expect(one.page.locator("body")).not_to_contain_text("Otley")
        # The other is killed.
        two.kill()
        assert readable(two, names) == set()

        one.another_page()
        one.cut(False)
        sign_out_fully(one.page)
        two = Device(two.playwright, two.folder, two.url)
        two.page.goto("/")
        two.context.clear_cookies()
        # Nobody is signed in on either; opening the app sends what waits.
        for device in (one, two):
            device.page.goto("/door/offline")
            device.waits_with(0)
        assert readable(one, names + ["Yolanthe"]) == set()
        two.close()
        assert readable(two, names) == set()

    shown = register.shown()
    for child in names[2:15] + names[20:30]:
        assert shown[child]["mark"]["mark"] == "came", child
        assert not shown[child]["conflicts"], child
    disputed = shown[names[30]]
    assert {disputed["mark"]["mark"], disputed["conflicts"][0]["mark"]} == {"late", "did_not_come"}
    assert shown["Yolanthe"]["mark"]["mark"] == "came"
    made = [row["client_id"] for row in register.log() if row["child_id"]]
    assert len(made) == len(set(made)), "no mark stands twice"
    figures.append("two devices without a network: 24 marks made, 24 arrived once, 1 conflict shown")


def test_only_an_enrolled_device_keeps_names_and_asks_its_pin(playwright, demo, figures, tmp_path, register):
    names = register.names
    device_id, code = enrolment(demo)
    with devices(playwright, tmp_path, demo, 1) as (tablet,):
        page = tablet.page
        page.goto("/door/enrol")
        page.get_by_label("Code").fill(code)
        for label in ["PIN, 6", "The PIN again"]:
            page.get_by_label(label).fill("482913")
        page.get_by_role("button", name="Enrol").click()
        expect(page.locator("#said")).to_contain_text("is enrolled")
        tablet.signs_in(demo, "staff")
        page.goto(register.path)
        types_pin(page, "482913")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        expect(page.get_by_role("heading", name=names[31])).to_be_visible()
        page.wait_for_timeout(500)

        # A reload in the open tab keeps it open without a network.
        tablet.cut()
        page.reload()
        expect(page.get_by_role("heading", name=names[31])).to_be_visible()
        tablet.marks(names[31])
        tablet.waits_with(1)
        page.wait_for_timeout(500)

        # After a restart it asks the PIN, and still has the mark.
        tablet.kill()
        assert readable(tablet, names) == set()
        tablet.start()
        tablet.cut()
        page = tablet.page
        page.goto(register.path)
        expect(page.get_by_label("PIN of this device")).to_be_visible()
        expect(page.locator("body")).not_to_contain_text("Otley")
        page.get_by_label("PIN of this device").fill("111111")
        page.get_by_role("button", name="Open the register").click()
        expect(page.get_by_role("alert")).to_contain_text("not right. 9 tries left")
        types_pin(page, "482913")
        # Shown as marked, whether or not the browser has sent it by itself as it started.
        pressed = tablet.card(names[31]).get_by_role("button", pressed=True)
        expect(pressed).to_contain_text("Came")

        # Revoked, it forgets the names when it next reaches the service, and sends its mark.
        demo.call("POST", f"/door-devices/{device_id}/revoke", {}, role="administrator")
        tablet.another_page()
        page = tablet.page
        tablet.cut(False)
        page.goto("/door/offline")
        tablet.waits_with(0)
        tablet.cut()
        page.goto(register.path)
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no network")
        expect(page.locator("#no-names")).to_contain_text("keeps no names")
        assert page.evaluate(STORED) == []
    assert register.shown()[names[31]]["mark"]["mark"] == "came"


def test_names_go_two_hours_after_the_session_and_the_page_locks_itself(playwright, demo, tmp_path, register):
    names = register.names
    _, code = enrolment(demo)
    with devices(playwright, tmp_path, demo, 1) as (tablet,):
        page = tablet.page
        page.clock.install()
        page.goto("/door/enrol")
        page.get_by_label("Code").fill(code)
        for label in ["PIN, 6", "The PIN again"]:
            page.get_by_label(label).fill("482913")
        page.get_by_role("button", name="Enrol").click()
        expect(page.locator("#said")).to_contain_text("is enrolled")
        tablet.signs_in(demo, "staff")
        page.goto(register.path)
        types_pin(page, "482913")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.clock.run_for(1000)
        # Ten idle minutes.
        page.clock.run_for(9 * 60 * 1000)
        expect(page.get_by_role("heading", name=names[32])).to_be_visible()
        page.clock.run_for(2 * 60 * 1000)
        expect(page.get_by_label("PIN of this device")).to_be_visible()
        expect(page.get_by_role("heading", name=names[32])).to_be_hidden()
        types_pin(page, "482913")
        expect(page.get_by_role("heading", name=names[32])).to_be_visible()
        assert len(page.evaluate(STORED)) == 1

        # Two hours after the end, without ever reaching the service.
        tablet.cut()
        page.clock.run_for(4 * 60 * 60 * 1000)
        page.goto(register.path)
        expect(page.get_by_role("heading", level=1)).to_have_text("There is no network")
        assert page.evaluate(STORED) == []


def test_whoever_looks_for_names_on_a_disk_finds_one_that_is_kept(playwright, demo, tmp_path):
    """The control: a name that a page keeps as it is."""
    with devices(playwright, tmp_path, demo, 1) as (one,):
        one.page.goto("/door/enrol")
        one.page.evaluate("Door.keep('control', { name: 'Qwillem Otley' })")
        one.kill()
        assert {word for word, _ in one.on_disk(["Qwillem", "Zebulon"])} == {"Qwillem"}


def test_a_roll_call_is_ticked_outside(visitors, demo, register):
    centre = demo.bookable()["centre_id"]
    with visitors.visit(PHONE, who="staff") as page:
        page.goto(f"/registers/building/{centre}")
        page.get_by_role("checkbox").first.check()
        assert page.get_by_role("checkbox").count() >= 2


# What holds names, as far as the browser's store tells.
STORED = """() => new Promise((done, fail) => {
    const asked = indexedDB.open("firstplace-door");
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
        const all = asked.result.transaction("names").objectStore("names").getAllKeys();
        all.onsuccess = () => done(all.result);
    };
})"""


def enrolment(demo):
    body = {"name": f"Tablet {id(object())}", "centre_id": demo.bookable()["centre_id"]}
    added = demo.call("POST", "/door-devices", body, role="administrator")
    return added["device"]["id"], added["code"]


def types_pin(page, pin):
    page.get_by_label("PIN of this device").fill(pin)
    page.get_by_role("button", name="Open the register").click()
    expect(page.get_by_label("PIN of this device")).to_be_hidden()


def guest_without_a_network(device, child):
    page = device.page
    page.locator("summary", has_text="A guest").click()
    form = page.locator("form.walk-in", has=page.get_by_role("button", name="Guest came"))
    form.get_by_label("Child’s name").fill(child)
    form.get_by_label("Month").fill("May")
    form.get_by_label("Year").fill("2025")
    form.get_by_role("button", name="Guest came").click()
    expect(page.locator("#said")).to_contain_text("kept on this device")


def sign_out_fully(page):
    page.goto("/registers")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    page.context.clear_cookies()


def readable(device, names):
    """Names of children, and of adults, which hold them."""
    return device.on_disk(names)
