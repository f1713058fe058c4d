import Foundation

/// Returns the form in which names are compared: NFKC, in lower case, without white space. `Ａ 型` becomes `a型`.
package func foldedName(_ name: String) -> String {
    String(name.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace })
}
