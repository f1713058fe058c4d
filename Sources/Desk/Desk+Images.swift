import CasebookLoading
import Diagnostics
import Editing
import Images
import Preview
import Publishing

/// The images of the content: the list, and new ones.
extension Desk {
    /// The list of images.
    ///
    /// - Parameter notice: What is said above it after something was done.
    func imagesPage(_ query: FormFields, formToken: String, notice: ImagesView.Notice? = nil) -> Answer {
        guard let content = site.state.content else { return settingsFirst() }
        let templates = templates
        let page = ImagesPage(content, page: query["page"].flatMap(Int.init) ?? 1, words: templates.words)
        let frame = frame(templates.words[.imagesTitle], .images, formToken: formToken)
        let view = page.view(notice: notice, language: templates.language)
        return Answer(
            notice?.isError == true ? 422 : 200, Self.html, templates.render(.images, frame: frame, view: view.object))
    }

    /// An image of the content, as a site publishes it.
    ///
    /// - Parameter path: Its path, which is looked up in the list of images.
    func image(_ path: String) -> Answer {
        guard let content = site.state.content, path.hasPrefix("images/"), content.images.contains(where: { $0.path == path }),
            let file = try? ContentFolder.image(path, in: self.content), let format = ImageFormat(start: file), format != .heic
        else { return notFound() }
        return Answer(200, format.mediaType, CleanImage.published(file, path: path))
    }

    /// What is known about an image before it is stored, as JSON.
    func checkedImage(_ form: FormFields) -> Answer {
        let (words, language) = (templates.words, templates.language)
        do throws(ImageRefusal) {
            let (image, _) = try received(form)
            let label = ImagesPage.label(of: image.size, byteCount: image.bytes.count, format: image.format, words)
            return data(200) { json in
                json.member("facts", label)
                json.member("removed", orNull: removed(image, .imagesWillRemove))
                json.key("large")
                json.flag(image.isLarge)
                json.key("still")
                json.flag(!image.isAnimated)
                json.member("format", image.format.mediaType)
            }
        } catch {
            return data(422) { $0.member("error", error.message.text(in: language)) }
        }
    }

    /// Stores an image.
    func addImage(_ form: FormFields, formToken: String, wantsData: Bool) -> Answer {
        let language = templates.language
        do throws(ImageRefusal) {
            let (image, name) = try received(form)
            let substitute = form["case"].flatMap { name in
                site.state.content.map { $0.has("cases/\(name).md") } ?? false ? name : nil
            }
            let stored: ImageFolder.Stored
            do throws(StoreError) {
                stored = try ImageFolder(content: content).add(image, name: name, otherwise: substitute ?? "")
            } catch {
                throw ImageRefusal(message: error.message)
            }
            _ = site.follow(.anything)
            let said =
                [
                    templates.words[stored.wasThere ? .imagesWasThere : .imagesAdded, stored.location],
                    removed(image, .imagesRemoved),
                ]
                .compactMap { $0 }
            guard wantsData else {
                return imagesPage(form, formToken: formToken, notice: .init(texts: said, isError: false))
            }
            return data(200) { json in
                json.member("path", stored.location)
                json.key("said")
                json.array { list in for text in said { list.string(text) } }
            }
        } catch {
            let text = error.message.text(in: language)
            guard wantsData else {
                return imagesPage(form, formToken: formToken, notice: .init(texts: [text], isError: true))
            }
            return data(422) { $0.member("error", text) }
        }
    }

    /// The image that a form sends.
    private func received(_ form: FormFields) throws(ImageRefusal) -> (image: ReceivedImage, name: String) {
        guard form.files.count == 1, let file = form.files.first, file.field == "image" else { throw .nothingChosen }
        do throws(ReceivedImage.Refusal) {
            return (try ReceivedImage(file.bytes), file.name)
        } catch {
            throw ImageRefusal(error, name: file.name)
        }
    }

    /// Says what metadata an image had; nil if it had none.
    private func removed(_ image: ReceivedImage, _ text: DeskText) -> String? {
        let words = templates.words
        let kinds: [(ReceivedImage.Metadata, DeskText)] = [
            (.place, .imagesPlace), (.camera, .imagesCamera), (.time, .imagesTime),
        ]
        let found = kinds.filter { image.removed.contains($0.0) }.map { words[$0.1] }
        return found.isEmpty ? nil : words[text, found.joined(separator: words[.imagesAnd])]
    }
}

extension ImageFormat {
    /// The media type of files of the format.
    var mediaType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .webP: "image/webp"
        case .avif: "image/avif"
        case .svg: "image/svg+xml"
        case .heic: "image/heic"
        }
    }
}
