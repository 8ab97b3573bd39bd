#include "reports/html/row_numbers.hpp"
#include "reports/html/writer.hpp"

#include <gtest/gtest.h>

namespace cadre::html {
namespace {

TEST(HtmlWriter, ClosesWhatItOpens) {
    Writer out;
    out.element("ul", {{"class", "facts"}}, [&] {
        out.element("li", "one");
        out.element("li", [&] { out.element("em", "two"); });
    });
    EXPECT_EQ(out.take(), "<ul class=\"facts\"><li>one</li>\n<li><em>two</em>\n</li>\n</ul>\n");
}

TEST(HtmlWriter, EscapesTextsAndAttributes) {
    Writer out;
    out.element("p", {{"title", "\" onload='x' <b>"}}, "<script>alert('&')</script>");
    EXPECT_EQ(out.take(),
              "<p title=\"&quot; onload=&#39;x&#39; &lt;b&gt;\">"
              "&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>\n");
}

TEST(HtmlWriter, ShowsThatThereWasAControlCharacter) {
    Writer out;
    out.text(std::string_view("a\0b\x1b\tc\n", 7));
    EXPECT_EQ(out.take(),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD\tc\n");
}

TEST(HtmlWriter, LeavesOutAttributesWithoutAName) {
    Writer out;
    out.void_element("br", {{"", "number"}});
    EXPECT_EQ(out.take(), "<br>");
}

TEST(RowRanges, DrawNeighboursTogether) {
    EXPECT_EQ(row_ranges({}), "");
    EXPECT_EQ(row_ranges({4}), "4");
    EXPECT_EQ(row_ranges({0, 1, 3, 5, 6, 7, 9}), "0, 1, 3, 5–7, 9");
}

}  // namespace
}  // namespace cadre::html
