import Diagnostics
@testable import Editing
import Foundation
import Images
import TestSupport
import Testing

@Suite struct ImageFolderTests {
    @Test(arguments: [
        ("IMG_1234.JPG", "img-1234"), ("Ｍａｐ　２.png", "map-2"), ("駅までの地図.png", "c001"), ("駅 map（2）.png", "map-2"),
        ("../../../etc/passwd", "passwd"), ("C:\\Users\\花子\\a b.png", "a-b"), ("..", "c001"), ("", "c001"),
        (".hidden.png", "hidden"),
        ("_draft.png", "draft"), ("CON.png", "image-con"), ("lpt1.jpg", "image-lpt1"), ("con1.png", "con1"),
        ("a.b.c.png", "a-b-c"),
        ("--x--.png", "x"), ("<script>\"'&.png", "script"), ("a\0b\n.png", "a-b"), ("ﬁre é.png", "fire"),
        ("noextension", "noextension"),
    ])
    func names(name: String, expected: String) {
        #expect(ImageName.fit(name, otherwise: "c001") == expected)
    }

    @Test func longAndEmptyNames() {
        #expect(ImageName.fit(String(repeating: "a", count: 300) + ".png", otherwise: "") == String(repeating: "a", count: 60))
        #expect(ImageName.fit("写真", otherwise: "写真") == "image" && ImageName.fit("写真", otherwise: "") == "image")
    }

    private func jpeg(_ number: UInt8) throws -> ReceivedImage {
        try ReceivedImage(SampleImage.jpeg(4, 3) + [number, 0xFF, 0xD9])
    }

    @Test func nothingIsOverwritten() throws {
        let folder = try TemporaryFolder()
        try folder.write("other", to: "content/images/MAP.jpg")
        let images = ImageFolder(content: "\(folder.path)/content")
        let first = try images.add(try jpeg(1), name: "map.png", otherwise: "")
        #expect(first == .init(location: "images/map-2.jpg", wasThere: false))
        #expect(try images.add(try jpeg(2), name: "map.jpg", otherwise: "").location == "images/map-3.jpg")
        #expect(
            try images.add(try jpeg(1), name: "another.jpg", otherwise: "")
                == .init(location: "images/map-2.jpg", wasThere: true))
        #expect(try folder.text(of: "content/images/MAP.jpg") == "other")
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/content/images").sorted()
        #expect(names == ["MAP.jpg", "map-2.jpg", "map-3.jpg"])
        #expect(!folder.exists("content/.backup"))
    }

    @Test func theFolderIsMadeAndNoLinkIsFollowed() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "content/casebook.yml")
        try folder.write("", to: "elsewhere/x")
        let images = ImageFolder(content: "\(folder.path)/content")
        #expect(try images.add(try jpeg(1), name: "a.jpg", otherwise: "").location == "images/a.jpg")
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/images")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/content/images", withDestinationPath: "\(folder.path)/elsewhere")
        #expect(throws: StoreError.self) { try images.add(try jpeg(1), name: "a.jpg", otherwise: "") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/elsewhere") == ["x"])
    }
}
