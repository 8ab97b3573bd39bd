#pragma once

#include <cadre/criteria/expression.hpp>
#include <cadre/criteria/rule_pack.hpp>
#include <cadre/error.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace cadre::test {

/// A small schema with every kind of attribute.
inline const Schema& small_schema() {
    static const Schema schema = Schema::from_document(parse_document(R"(
        [vocabulary]
        id = "small"
        title = { vi = "Nhỏ", en = "Small" }
        [[scale]]
        id = "degree"
        label = { vi = "Trình độ", en = "Degree" }
        levels = [
            { code = "none", rank = 0, label = { vi = "Không", en = "None" } },
            { code = "bachelor", rank = 1, label = { vi = "Đại học", en = "Bachelor" } },
            { code = "master", rank = 2, label = { vi = "Thạc sĩ", en = "Master" } },
            { code = "doctorate", rank = 3, label = { vi = "Tiến sĩ", en = "Doctorate" } },
        ]
        [[scale]]
        id = "rating"
        label = { vi = "Xếp loại", en = "Rating" }
        levels = [
            { code = "weak", rank = 0, label = { vi = "Yếu", en = "Weak" } },
            { code = "good", rank = 1, label = { vi = "Tốt", en = "Good" } },
        ]
        [[nominal]]
        id = "kind"
        label = { vi = "Loại", en = "Kind" }
        codes = [
            { code = "ward", label = { vi = "Phường", en = "Ward" } },
            { code = "township", label = { vi = "Thị trấn", en = "Township" } },
        ]
        [[nominal]]
        id = "sex"
        label = { vi = "Giới tính", en = "Sex" }
        codes = [
            { code = "female", label = { vi = "Nữ", en = "Female" } },
            { code = "male", label = { vi = "Nam", en = "Male" } },
        ]
        [[table]]
        id = "cadres"
        label = { vi = "Cán bộ", en = "Cadres" }
        attribute = [
            { id = "id", type = "text", key = true, meaning = { vi = "Mã", en = "Key" } },
            { id = "sex", type = "text", of = "sex", meaning = { vi = "Giới tính", en = "Sex" } },
            { id = "born", type = "date", meaning = { vi = "Ngày sinh", en = "Born" } },
            { id = "admitted", type = "date", none = true, meaning = { vi = "Vào Đảng", en = "Admitted" } },
            { id = "member", type = "boolean", meaning = { vi = "Đảng viên", en = "Member" } },
            { id = "degree", type = "level", of = "degree", meaning = { vi = "Trình độ", en = "Degree" } },
            { id = "children", type = "integer", meaning = { vi = "Số con", en = "Children" } },
            { id = "salary", type = "decimal", meaning = { vi = "Lương", en = "Salary" } },
            { id = "note", type = "text", meaning = { vi = "Ghi chú", en = "Note" } },
            { id = "service", type = "months", meaning = { vi = "Thâm niên", en = "Service" } },
            { id = "leave", type = "days", meaning = { vi = "Nghỉ phép", en = "Leave" } },
            { id = "unit", type = "reference", of = "units", meaning = { vi = "Đơn vị", en = "Unit" } },
            { id = "scores", type = "list", of = "integer", meaning = { vi = "Điểm", en = "Scores" } },
            { id = "posts", type = "list", meaning = { vi = "Chức vụ", en = "Posts" } },
            { id = "ratings", type = "list", meaning = { vi = "Xếp loại", en = "Ratings" } },
        ]
        [[table]]
        id = "cadres.posts"
        label = { vi = "Chức vụ", en = "Posts" }
        attribute = [
            { id = "unit", type = "reference", of = "units", meaning = { vi = "Đơn vị", en = "Unit" } },
            { id = "title", type = "text", meaning = { vi = "Chức danh", en = "Title" } },
            { id = "from", type = "date", meaning = { vi = "Từ", en = "From" } },
            { id = "to", type = "date", ongoing = true, meaning = { vi = "Đến", en = "To" } },
            { id = "primary", type = "boolean", meaning = { vi = "Chính", en = "Primary" } },
        ]
        [[table]]
        id = "cadres.ratings"
        label = { vi = "Xếp loại", en = "Ratings" }
        attribute = [
            { id = "year", type = "integer", meaning = { vi = "Năm", en = "Year" } },
            { id = "level", type = "level", of = "rating", meaning = { vi = "Bậc", en = "Level" } },
        ]
        [[table]]
        id = "units"
        label = { vi = "Đơn vị", en = "Units" }
        attribute = [
            { id = "id", type = "text", key = true, meaning = { vi = "Mã", en = "Key" } },
            { id = "kind", type = "text", of = "kind", meaning = { vi = "Loại", en = "Kind" } },
            { id = "parent", type = "reference", of = "units", meaning = { vi = "Cấp trên", en = "Parent" } },
            { id = "fields", type = "list", of = "text", meaning = { vi = "Lĩnh vực", en = "Fields" } },
        ]
    )",
                                                                      "small.toml"));
    return schema;
}

inline ExpressionPtr parsed(std::string_view text) {
    return parse_expression(text, small_schema());
}

/// The canonical form of an expression, or what was found wrong with it.
inline std::string canonical(std::string_view text) {
    try {
        return to_text(*parsed(text), small_schema());
    } catch (const Error& error) {
        return error.text(Language::en);
    }
}

/// Equal but for the places in the text.
inline ::testing::AssertionResult same(const Expression& a, const Expression& b) {
    const auto differ = [](const char* what) { return ::testing::AssertionFailure() << "differ in " << what; };
    if (a.operation != b.operation) return differ("operation");
    if (!(a.type == b.type)) return differ("type");
    if (a.constant != b.constant) return differ("constant");
    if (a.function != b.function) return differ("function");
    if (a.slot != b.slot) return differ("slot");
    if (a.attribute != b.attribute) return differ("attribute");
    if (a.name != b.name) return differ("name");
    if (a.children.size() != b.children.size()) return differ("number of children");
    for (std::size_t i = 0; i < a.children.size(); ++i) {
        if (auto result = same(*a.children[i], *b.children[i]); !result) return result;
    }
    return ::testing::AssertionSuccess();
}

}  // namespace cadre::test
