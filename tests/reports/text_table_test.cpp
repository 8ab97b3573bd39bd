#include "reports/text_table.hpp"

#include <gtest/gtest.h>

namespace cadre {
namespace {

TEST(TextTable, CountsCharactersNotBytes) {
    EXPECT_EQ(display_width("trình độ"), 8U);
    EXPECT_EQ(display_width("e\xCC\x81"), 1U) << "a combining mark stands on the letter before it";
    EXPECT_EQ(display_width("1–2"), 3U);
}

TEST(TextTable, AlignsColumnsAndBreaksTheFirst) {
    TextTable table(10);
    table.add_row({"Chỉ tiêu", "Kết quả"});
    table.add_heading("Nhóm: a");
    table.add_row({"trình độ sau đại học", "1"});
    table.add_row({"", "đạt"});
    EXPECT_EQ(table.to_text(),
              "Chỉ tiêu  Kết quả\n"
              "-----------------\n"
              "Nhóm: a\n"
              "trình độ  1\n"
              "sau đại\n"
              "học\n"
              "          đạt\n");
}

TEST(TextTable, APercentSignStaysWithItsNumber) {
    TextTable table(8);
    table.add_row({"trên 35 %", "x"});
    EXPECT_EQ(table.to_text(), "trên  x\n35 %\n-------\n");
}

TEST(TextTable, LongWordsAreNotBroken) {
    TextTable table(4);
    table.add_row({"postgraduate", "x"});
    EXPECT_EQ(table.to_text(), "postgraduate  x\n---------------\n");
}

}  // namespace
}  // namespace cadre
