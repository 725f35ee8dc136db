/// The page's only script: before printing it opens what is folded, and folds it again afterwards. The page is complete
/// without it. It holds no ampersand and no angle bracket, so that the page stays well-formed XML.
enum PageScript {
  static let text = """

    (function () {
      var opened = [];
      window.addEventListener('beforeprint', function () {
        document.querySelectorAll('details:not([open])').forEach(function (part) { part.open = true; opened.push(part); });
      });
      window.addEventListener('afterprint', function () {
        opened.forEach(function (part) { part.open = false; });
        opened = [];
      });
    })();

    """
}
