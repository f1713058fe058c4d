import Basics
import Diagnostics
import Images

/// Why an image is not stored, and what to do.
package struct ImageRefusal: Error, Sendable, Hashable {
    package let message: Message

    init(message: Message) { self.message = message }

    /// No file was sent, or several.
    static let nothingChosen = ImageRefusal(
        message: Message(ja: "画像のファイルを一つ選んでください。", en: "Choose one image file."))

    /// - Parameter name: The name that the file has where it comes from.
    package init(_ refusal: ReceivedImage.Refusal, name: String) {
        let name = Self.shown(name)
        switch refusal {
        case .empty:
            message = Message(
                ja: "「\(name)」は空のファイルです。元の画像を選び直してください。", en: "“\(name)” is empty. Choose the original image again.")
        case .tooLong(let byteCount):
            let (size, most) = (FileSize.label(byteCount: byteCount), FileSize.label(byteCount: ReceivedImage.longest))
            message = Message(
                ja: "「\(name)」は\(size)あり、大きすぎます。縦と横を2,400ピクセル以下に縮めて、\(most)までの画像にしてください。",
                en: "“\(name)” is too large (\(size)). Make it smaller, at most 2,400 pixels a side and \(most).")
        case .other(let format): message = Self.message(of: format, name)
        case .unknown:
            message = Message(
                ja: "「\(name)」は画像として読めません。PNG か JPEG の画像を選んでください。", en: "“\(name)” is no image. Choose a PNG or JPEG image.")
        case .incomplete(let format):
            message = Message(
                ja: "「\(name)」（\(format.rawValue)）は、途中で切れているか、壊れています。元の画像からコピーし直すか、画像ソフトで開いて保存し直してください。",
                en:
                    "“\(name)” (\(format.rawValue)) was cut off or is damaged. Copy the original again, or open it in an image program and"
                    + " save it again.")
        case .tooManyPixels(let size):
            message = Message(
                ja: "「\(name)」は\(size.width)×\(size.height)ピクセルで、大きすぎます。縦と横を2,400ピクセル以下に縮めてください。",
                en:
                    "“\(name)” is too large (\(size.width) × \(size.height) pixels). Make it smaller, at most 2,400 pixels a side."
            )
        case .active:
            message = Message(
                ja: "「\(name)」（SVG）には、動くしくみ、外のファイルの読み込み、文書型宣言（DOCTYPE）のどれかがあるため使えません。PNG で書き出してください。",
                en: "“\(name)” (SVG) runs something, loads other files or has a document type. Export it as PNG.")
        case .keepsPlace(let format):
            message = Message(
                ja: "「\(name)」には撮影した場所が記録されていて、\(format.rawValue) からは消せません。JPEG か PNG で保存し直してください。",
                en:
                    "“\(name)” says where it was taken, which cannot be removed from \(format.rawValue). Save it as JPEG or PNG."
            )
        }
    }

    private static func message(of format: OtherFormat, _ name: String) -> Message {
        func picture(_ label: String) -> Message {
            Message(
                ja: "「\(name)」は \(label) 形式で、サイトでは表示できません。画像ソフトで開き、写真は JPEG、図や画面は PNG で保存し直してください。",
                en:
                    "“\(name)” is \(label), which sites cannot show. Open it in an image program and save it as JPEG (photographs) or PNG."
            )
        }
        return switch format {
        case .heic:
            Message(
                ja: "「\(name)」は HEIC 形式（iPhone などの写真）で、多くのブラウザーでは表示できません。JPEG で保存し直してください。"
                    + "これから撮る写真は、iPhone の「設定」の「カメラ」の「フォーマット」で「互換性優先」を選ぶと JPEG になります。",
                en:
                    "“\(name)” is HEIC, the format of phone cameras, which most browsers cannot show. Save it as JPEG. On an iPhone,"
                    + " “Most Compatible” in Settings, Camera, Formats makes new photographs JPEG.")
        case .tiff: picture("TIFF")
        case .bmp: picture("BMP")
        case .photoshop: picture("Photoshop")
        case .jpegXL: picture("JPEG XL")
        case .jpeg2000: picture("JPEG 2000")
        case .pdf:
            Message(
                ja: "「\(name)」は PDF で、画像としては入れられません。見せたいページを PNG で保存し直すか、files フォルダーに置いて本文からリンクしてください。",
                en:
                    "“\(name)” is PDF and cannot be shown as an image. Save the page as PNG, or put the file in the folder files and link to it."
            )
        case .video:
            Message(
                ja: "「\(name)」は動画で、入れられません。動画を公開している場所へのリンクを本文に書いてください。",
                en: "“\(name)” is a video. Write a link to where the video is published instead.")
        case .office:
            Message(
                ja: "「\(name)」は Word や Excel などの文書で、画像ではありません。入れたい図を PNG で保存して、それを選んでください。",
                en: "“\(name)” is a document, not an image. Save the figure as PNG and choose that.")
        }
    }

    /// The name as messages show it: without folders, and not longer than a line.
    private static func shown(_ name: String) -> String {
        let last = name.split { "/\\".contains($0) }.last.map(String.init) ?? ""
        let text = last.count > 60 ? "\(last.prefix(40))…\(last.suffix(12))" : last
        return text.isEmpty ? "—" : text.visible
    }
}
