"""`script/folder-dependencies` finds folders that depend on each other both ways, and reports no others."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "script" / "folder-dependencies"


@pytest.fixture
def run(tmp_path):
    def run(files, *arguments):
        for path, text in files.items():
            file = tmp_path / "Sources" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        command = [sys.executable, SCRIPT, "--sources", tmp_path / "Sources", *arguments]
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        return result.returncode, result.stdout.splitlines(), result.stderr

    return run


ONE_WAY = {
    "Shop/Goods/Ware.swift": "public struct Ware {\n    public struct Weight {}\n    var ounces: Int\n}\n",
    "Shop/Sales/Bill.swift": "struct Bill {\n    let ware: Ware\n}\n",
}


def test_a_pair_is_printed_with_a_file_of_each_side(run):
    files = ONE_WAY | {"Shop/Goods/Price.swift": "import Foundation\n\nfunc price(of bill: Bill) {}\n"}
    assert run(files) == (
        1,
        [
            "Shop: Goods ↔ Sales",
            "  Goods/Price.swift:3 uses Bill of Sales/Bill.swift",
            "  Sales/Bill.swift:2 uses Ware of Goods/Ware.swift",
            "1 two-way pair of folders",
        ],
        "",
    )


def test_one_direction_is_no_pair(run):
    assert run(ONE_WAY) == (0, ["0 two-way pairs of folders"], "")


# What a file of Goods may hold that makes it depend on Sales.
USES = {
    "a type": "struct A { var bill: Bill }",
    "a type as a generic argument": "func a() -> [String: Set<Bill>] { [:] }",
    "a nested type": "typealias A = Bill.Line",
    "a nested type of an extension": "let a = Bill.Stamp()",
    "a nested type without its outer one": "extension Bill { func a(_ line: Line) {} }",
    "an extension": "extension Bill {}",
    "a type with the name of its module": "let a = Shop.Bill()",
    "a protocol": "struct A: Payable {}",
    "a type alias": "let a: Bills = []",
    "a member of an extension": "func a() { ware.writeBill() }",
    "a static member": "let a: Set = [.monthly]",
    "a member inside the same type": "extension Ware { func a() { writeBill() } }",
    "a function at the top level": "let a = bill(for: 1)",
    "a constant at the top level": "func a() -> Int { taxRate }",
    "code in a string": 'let a = "a\\(Bill())b"',
    "code in a string with number signs": 'let a = #"""\n\\#(Bill())\n"""#',
    "an enum case after one with a keyword's raw value": "let a = Kind.quarterly",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_uses(run, use):
    sales = {
        "Shop/Sales/Bill.swift": """
            public struct Bill { struct Line {} ; static let monthly = Bill() }
            extension Bill { struct Stamp {} }
            protocol Payable {}
            typealias Bills = [Bill]
            extension Ware { func writeBill() {} }
            func bill(for ware: Int) -> Int { 0 }
            let taxRate = 1
            enum Kind: String { case monthlyBill = "monthly"
                case quarterly }
            """
    }
    status, lines, _ = run(ONE_WAY | sales | {"Shop/Goods/A.swift": use})
    assert (status, lines[0]) == (1, "Shop: Goods ↔ Sales")


# What a file of Goods may hold without depending on Sales.
NO_USES = {
    "a comment": "// Bill\n/* Bill /* Bill */ Bill */ struct A {}",
    "a string": 'let a = "Bill" + #"\\(Bill())"# + """\n    Bill "Bill" \\"""Bill\n    """',
    "a generic parameter": "func a<Bill>(_ bill: Bill) -> Bill { bill }",
    "a generic parameter of a type": "struct A<Bill: Sendable> { var a: Bill }",
    "an associated type": "protocol A { associatedtype Bill; func a() -> Bill }",
    "a nested type of one's own": "struct A { struct Bill {} ; var bill: Bill }",
    "a private type of one's own": "private struct Bill {}\nfunc a(_ bill: Bill) {}",
    "another module's type": "import Bank\nlet a = Bank.Bill()",
    "a member of another module": "import Bank\nlet a = account.balance",
    "a member of the standard library": "let a = [1].map { $0 }.count",
    "a member of two folders": "func a(b: B) { b.amount }",
    "a private member of one's own": "struct A { private var sum: Int }\nfunc a(b: A) { b.sum }",
    "a label of a tuple": "func a() -> (sum: Int, rest: Int) { b }\nlet c = a().sum",
    "a label of an argument": "let a = A(taxRate: 1)",
    "a local name": "func a() { let taxRate = 2; print(taxRate) }",
    "a parameter": "func a(taxRate: Int) { print(taxRate) }",
    "a parameter with a label": "func a(with taxRate: Int) { print(taxRate) }",
    "a closure's parameter": "let a = b.map { taxRate in taxRate + 1 }",
}


@pytest.mark.parametrize("text", NO_USES.values(), ids=NO_USES)
def test_no_uses(run, text):
    others = {
        "Shop/Sales/Bill.swift": """
            public struct Bill { var sum, amount: Int
                var amount: Int ; var balance: Int ; var count: Int ; func map() {} }
            let taxRate = 1
            """,
        "Shop/Goods/Amount.swift": "struct Amount { var amount: Int }",
        "Bank/Accounts/Bill.swift": "public struct Bill {}\npublic struct Account { var balance: Int }",
    }
    assert run(ONE_WAY | others | {"Shop/Goods/A.swift": text}) == (0, ["0 two-way pairs of folders"], "")


def test_private_names_of_another_folder_are_not_used(run):
    files = ONE_WAY | {
        "Shop/Sales/Private.swift": "private struct Hidden {}\nfileprivate func hide() {}\nextension Ware { private var secret: Int { 0 } }",
        "Shop/Goods/A.swift": "struct A { struct B { var c: Hidden } ; func d() { hide() ; ware.secret } }",
    }
    assert run(files)[0] == 0


def test_private_set_does_not_hide(run):
    files = ONE_WAY | {
        "Shop/Sales/Till.swift": "struct Till { public private(set) var cash: Int }",
        "Shop/Goods/A.swift": "func a() { b.cash }",
    }
    assert run(files)[1][1] == "  Goods/A.swift:1 uses cash of Sales/Till.swift"


def test_files_at_the_top_of_a_module_may_use_all_folders(run):
    files = ONE_WAY | {"Shop/Shop.swift": "struct Shop { var bill: Bill }", "Shop/Goods/A.swift": "var a: Shop"}
    assert run(files)[0] == 0


def test_folders_inside_a_folder_are_compared(run):
    files = {"Shop/Goods/Food/Bread.swift": "struct Bread { var box: Box }", "Shop/Goods/Packing/Box.swift": "struct Box { var bread: Bread }"}
    status, lines, _ = run(files)
    assert (status, lines[0]) == (1, "Shop: Goods/Food ↔ Goods/Packing")


def test_folders_of_two_modules_are_not_compared(run):
    files = {"A/One/A.swift": "public struct A { var b: B }", "B/Two/B.swift": "public struct B { var a: A }"}
    assert run(files)[0] == 0


def test_options(run):
    pair = {"Shop/Goods/A.swift": "func a(_: Bill) {}\nfunc b(_: Bill) {}", "Bank/Accounts/Bill.swift": "public struct Account {}"}
    files = ONE_WAY | pair
    assert run(files, "--count") == (1, ["1 two-way pair of folders"], "")
    assert len(run(files)[1]) == 4
    assert len(run(files, "--uses")[1]) == 5
    assert run(files, "Bank")[0] == 0
    assert run(files, "Shop")[0] == 1
    status, _, errors = run(files, "Bnak")
    assert status == 2 and "no module Bnak" in errors
