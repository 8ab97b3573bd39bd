// Reviews a roster that lies in a folder of CSV files, a table a file, without any Arrow library.
//
//     review_roster FOLDER MAPPING.toml PACK AS_OF CRITERION ROW
//
// Prints the import report, the targets, and one verdict explained in Vietnamese and English.

#include "csv_stream.hpp"

#include <cadre/cadre.hpp>

#include <algorithm>
#include <charconv>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

std::vector<std::filesystem::path> csv_files(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Streams that are released with the list, if nobody consumed them before.
class OpenStreams {
public:
    explicit OpenStreams(const std::string& folder) {
        const auto files = csv_files(folder);
        streams_.reserve(files.size());
        for (const auto& file : files) {
            streams_.push_back(csv::open_stream(file.string()));
            tables_.emplace_back(file.stem().string(), &streams_.back());
        }
    }
    ~OpenStreams() {
        for (ArrowArrayStream& stream : streams_) {
            if (stream.release != nullptr) stream.release(&stream);
        }
    }
    OpenStreams(const OpenStreams&) = delete;
    OpenStreams& operator=(const OpenStreams&) = delete;

    const cadre::Roster::Streams& tables() const { return tables_; }

private:
    std::vector<ArrowArrayStream> streams_;
    cadre::Roster::Streams tables_;
};

std::size_t row_number(std::string_view text) {
    std::size_t row = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row);
    if (error != std::errc() || end != text.data() + text.size()) throw std::runtime_error("ROW is a number from 0");
    return row;
}

cadre::Date day(std::string_view text) {
    const auto number = cadre::parse_iso_date(text);
    if (!number) throw std::runtime_error("AS_OF is a day such as 2015-12-31");
    return cadre::date_of(*number);
}

void review(const std::vector<std::string>& arguments) {
    const cadre::Pack pack = cadre::load_pack(arguments[2]);
    const cadre::EvaluationOptions options{.as_of = day(arguments[3])};
    const OpenStreams streams(arguments[0]);
    const cadre::Roster roster = cadre::Roster::from_arrow(streams.tables(), cadre::Mapping::load(arguments[1]));

    std::cout << roster.import_report().to_text(cadre::Language::en) << '\n';
    const cadre::Assessment assessment = cadre::assess(pack, roster, options);
    std::cout << cadre::review_text(assessment, pack, cadre::Language::en) << '\n';
    const auto explanation = cadre::explain(pack, arguments[4], roster, row_number(arguments[5]), options);
    std::cout << explanation.to_text(cadre::Language::vi) << '\n' << explanation.to_text(cadre::Language::en);
}

}  // namespace

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.size() != 6) {
        std::cerr << "usage: review_roster FOLDER MAPPING.toml PACK AS_OF CRITERION ROW\n";
        return 2;
    }
    try {
        review(arguments);
    } catch (const std::exception& error) {
        std::cerr << "review_roster: " << error.what() << '\n';
        return 2;
    }
}
