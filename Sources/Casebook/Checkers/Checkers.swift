/// All rules. Their order does not matter: problems are sorted in the end.
enum Checkers {
    /// Rules on the form of front matter, which hold whatever the schema says.
    static let ofForms: [any FileChecker.Type] = [
        IndentedKeyChecker.self,
        LinesBeforeFrontMatterChecker.self,
        MissingColonChecker.self,
        MissingFrontMatterChecker.self,
        MissingSpaceChecker.self,
        OddSpaceChecker.self,
        TabChecker.self,
        UnclosedFrontMatterChecker.self,
        UnclosedQuoteChecker.self,
        WideColonChecker.self,
        WideKeyChecker.self,
        WideListMarksChecker.self,
        WrongFenceChecker.self,
        YAMLChecker.self,
    ]

    /// Rules on one file and the schema, those on its form included.
    static let ofFiles: [any FileChecker.Type] =
        ofForms + [
            AddressChecker.self,
            AdviceChecker.self,
            AliasChecker.self,
            ChoiceChecker.self,
            DateChecker.self,
            DuplicateKeyChecker.self,
            DuplicateSectionChecker.self,
            EmptyMeaningChecker.self,
            EmptySectionChecker.self,
            EmptyValueChecker.self,
            HashInTextChecker.self,
            LongIDChecker.self,
            MisorderedSectionChecker.self,
            MissingKeyChecker.self,
            MissingSectionChecker.self,
            NumberChecker.self,
            ReservedIDChecker.self,
            StatusChecker.self,
            TakenAnchorChecker.self,
            TextBeforeSectionsChecker.self,
            TooManyValuesChecker.self,
            UnfitIDChecker.self,
            UnknownKeyChecker.self,
            UnknownSectionChecker.self,
            UnsafeCharacterChecker.self,
            WideDigitsChecker.self,
            WrongKindChecker.self,
            YomiChecker.self,
        ]

    /// Rules on `casebook.yml`.
    static let ofSchemas: [any SchemaChecker.Type] = [
        DuplicateSectionDefinitionChecker.self,
        DuplicateTaxonomyChecker.self,
        LanguageChecker.self,
        LoneWordChecker.self,
        RepeatedTermChecker.self,
        ReservedFolderChecker.self,
        ReservedKeyChecker.self,
        SameTaxonomyChecker.self,
        TermListChecker.self,
        TermsAndGroupsChecker.self,
        UnfitNameChecker.self,
        UnknownTaxonomyChecker.self,
        UnsuitableTaxonomyChecker.self,
        UselessTermListChecker.self,
    ]

    /// Rules on the terms that a case names.
    static let ofTerms: [any TermChecker.Type] = [
        DuplicateTermChecker.self,
        JoinedTermsChecker.self,
        UnknownTermChecker.self,
    ]

    /// Rules on the files that a file names.
    static let ofReferences: [any ReferenceChecker.Type] = [
        DeadAnchorChecker.self,
        DeadImageChecker.self,
        DeadLinkChecker.self,
        LinkOutsideChecker.self,
        LinkToDraftChecker.self,
        RelatedCaseChecker.self,
        RelatedToItselfChecker.self,
        RepeatedRelatedCaseChecker.self,
    ]

    /// Rules on the whole.
    static let ofCollections: [any CollectionChecker.Type] = [
        DuplicateIDChecker.self,
        DuplicateTermNameChecker.self,
        DuplicateTermNumberChecker.self,
        DuplicateTitleChecker.self,
        DuplicateWordChecker.self,
        ImageNameChecker.self,
        MissingTermFileChecker.self,
        NoCasesChecker.self,
        PageNumberIDChecker.self,
        TakenAddressChecker.self,
        UnfitImageChecker.self,
        UnknownPageChecker.self,
        UnlistedTermChecker.self,
    ]
}
