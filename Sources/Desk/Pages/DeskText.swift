import Templates

/// A text that this module shows: its key in `Sources/CProgram/desk/strings/`, and after it the names of its values.
package enum DeskText: String, CaseIterable, Sendable {
    case closed = "desk.closed"
    case closedTitle = "desk.closed_title"
    case notFound = "desk.not_found"
    case notFoundTitle = "desk.not_found_title"
    case opening = "desk.opening"
    case refused = "desk.refused"

    case overviewTitle = "overview.title"
    case overviewDay = "overview.day year month day"

    case filesTitle = "files.title"
    case filesEasyTexts = "files.easy_texts"
    case filesNewTerm = "files.new_term label"
    case filesNewEasyText = "files.new_easy_text"
    case filesNewWord = "files.new_word"
    case filesNewPage = "files.new_page"
    case filesReadings = "files.readings"
    case filesRemoved = "files.removed location"
    case filesPages = "files.pages"
    case filesGlossary = "files.glossary"
    case filesSettings = "files.settings"

    case imagesTitle = "images.title"
    case imagesFacts = "images.facts format width height size"
    case imagesFactsUnsized = "images.facts_unsized format size"
    case imagesAdded = "images.added path"
    case imagesWasThere = "images.was_there path"
    case imagesRemoved = "images.removed kinds"
    case imagesWillRemove = "images.will_remove kinds"
    case imagesPlace = "images.place"
    case imagesCamera = "images.camera"
    case imagesTime = "images.time"
    case imagesAnd = "images.and"
    case imagesTooLarge = "images.too_large"
    case imagesTooLargeTitle = "images.too_large_title"

    case peopleAlsoHere = "people.also_here names"
    case peopleOpen = "people.open names"
    case peopleName = "people.name name"
    case peopleAnd = "people.and"
    case peopleMore = "people.more names count"

    case problemEmpty = "problem.empty label"
    case problemName = "problem.name"
    case problemNameTaken = "problem.name_taken name"
    case problemNotChosen = "problem.not_chosen label"

    case hintEasyName = "hint.easy_name"
    case hintFileName = "hint.file_name"
    case hintNumber = "hint.number"
    case hintOldAddresses = "hint.old_addresses"
    case hintOtherNames = "hint.other_names"
    case hintPageDescription = "hint.page_description"
    case hintReading = "hint.reading"
    case hintTermBody = "hint.term_body"

    case textConfirmReadings = "text.confirm_readings errors"
    case textConfirmSettings = "text.confirm_settings errors"
    case textReadingsLead = "text.readings_lead"
    case textSettingsLead = "text.settings_lead"

    case changeErrors = "change.errors count"
    case changeMeanwhile = "change.meanwhile"
    case renameAlias = "rename.alias old"
    case renameButton = "rename.button"
    case renameChange = "rename.change"
    case renameKeep = "rename.keep old"
    case renameLead = "rename.lead old new count"
    case renameTitle = "rename.title"
    case moveButton = "move.button"
    case moveLead = "move.lead title name"
    case moveTitle = "move.title"
    case removeButton = "remove.button"
    case removeLead = "remove.lead title"
    case removeTakeAway = "remove.take_away"
    case removeTitle = "remove.title"
    case removeUsed = "remove.used title count"

    case writingBody = "writing.body"
    case writingEncoding = "writing.encoding name"
    case writingFileName = "writing.file_name"
    case writingGroup = "writing.group"
    case writingNewFileTitle = "writing.new_file_title kind"
    case writingConflictTitle = "writing.conflict_title"
    case writingCopied = "writing.copied"
    case writingCopyTitle = "writing.copy_title title"
    case writingFixed = "writing.fixed"
    case writingNewTitle = "writing.new_title"
    case writingNotChosen = "writing.not_chosen"
    case writingNotEditable = "writing.not_editable"
    case writingRefused = "writing.refused"
    case writingSaved = "writing.saved"
    case writingSettingsFirst = "writing.settings_first"
    case writingStatusHint = "writing.status_hint"
    case writingTidied = "writing.tidied"
    case writingUnknownTerm = "writing.unknown_term name"

    case tablesAmbiguous = "tables.ambiguous"
    case tablesCell = "tables.cell file cell"
    case tablesGone = "tables.gone"
    case tablesLeft = "tables.left"
    case tablesLine = "tables.line file line"
    case tablesNoFile = "tables.no_file"
    case tablesNoneChosen = "tables.none_chosen"
    case tablesNoSheet = "tables.no_sheet"
    case tablesPartRefused = "tables.part_refused title"
    case tablesReviewTitle = "tables.review_title"
    case tablesTaken = "tables.taken"
    case tablesTitle = "tables.title"
    case tablesTooLarge = "tables.too_large limit"
    case tablesTooLargeTitle = "tables.too_large_title"
    case tablesTooLong = "tables.too_long"
    case tablesUnusual = "tables.unusual paths"

    case publishBuilt = "publish.built time"
    case publishChangesTitle = "publish.changes_title"
    case publishGone = "publish.gone"
    case publishInvalid = "publish.invalid"
    case publishNeedsBuild = "publish.needs_build"
    case publishNoManifest = "publish.no_manifest"
    case publishNotManifest = "publish.not_manifest name"
    case publishReading = "publish.reading"
    case publishTitle = "publish.title"
    case publishWriting = "publish.writing done total"

    case backupsTitle = "backups.title"
    case backupsRestored = "backups.restored"
    case backupsTime = "backups.time year month day hour minute"

    case stateDraft = "state.draft"
    case statePublished = "state.published"
    case stateWithdrawn = "state.withdrawn"
    case stateUnreadable = "state.unreadable"

    /// The key with its group.
    var key: String { parts[0] }
    /// The names of the values, in the order in which they are given.
    var values: [String] { Array(parts.dropFirst()) }

    private var parts: [String] { rawValue.split(separator: " ").map(String.init) }
}

/// The words of the desk in one language.
package struct DeskWords: Sendable {
    let strings: InterfaceStrings

    /// Returns a text with its values in the order of ``DeskText/values``.
    subscript(_ text: DeskText, _ values: String...) -> String {
        strings.text(text.key, names: text.values, values: values) ?? text.key
    }
}
