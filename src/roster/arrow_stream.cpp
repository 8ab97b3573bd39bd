#include "roster/arrow_stream.hpp"

#include "roster/arrow_error.hpp"
#include "roster/cell_text.hpp"

#include <cadre/messages/texts/roster.hpp>

#include <cstring>
#include <deque>
#include <limits>

namespace cadre {

namespace {

constexpr std::int64_t max_rows = std::numeric_limits<std::int32_t>::max() - 1;

struct StreamMemory {
    ArrowField schema;
    std::deque<ArrowHandle<ArrowArray>> batches;
};

Error stream_failed(ArrowHandle<ArrowArrayStream>& stream, const std::string& table, int code) {
    const char* said = stream->get_last_error != nullptr ? stream->get_last_error(stream.get()) : nullptr;
    const std::string text = said != nullptr ? quoted_for_message({said, strnlen(said, 1000)}) : std::string("?");
    return {ErrorCode::invalid_arrow, Message{texts::roster_arrow_stream_failed, {table, std::int64_t{code}, text}}};
}

void read_schema(ArrowHandle<ArrowArrayStream>& stream, const std::string& table, StreamMemory& memory) {
    ArrowHandle<ArrowSchema> schema;
    if (const int code = stream->get_schema(stream.get(), schema.get()); code != 0) {
        schema->release = nullptr;  // after a failure the struct holds nothing
        throw stream_failed(stream, table, code);
    }
    memory.schema = read_arrow_schema(*schema.get(), table);
}

void read_batches(ArrowHandle<ArrowArrayStream>& stream, const std::string& table, StreamMemory& memory) {
    while (true) {
        memory.batches.emplace_back();
        ArrowHandle<ArrowArray>& batch = memory.batches.back();
        if (const int code = stream->get_next(stream.get(), batch.get()); code != 0) {
            batch->release = nullptr;
            throw stream_failed(stream, table, code);
        }
        if (!batch.released()) continue;
        memory.batches.pop_back();
        return;
    }
}

}  // namespace

ArrowTable read_arrow_stream(ArrowHandle<ArrowArrayStream>& stream, const std::string& table) {
    if (stream->get_schema == nullptr || stream->get_next == nullptr) {
        throw arrow_error(table, "", texts::roster_arrow_stream_empty);
    }
    const auto memory = std::make_shared<StreamMemory>();
    read_schema(stream, table, *memory);
    read_batches(stream, table, *memory);
    ArrowTable read;
    read.schema = {memory, &memory->schema};
    read.rows.table = table;
    read.rows.field = &memory->schema;
    read.rows.owner = memory;
    for (const ArrowHandle<ArrowArray>& batch : memory->batches) {
        check_array(batch.get(), memory->schema, table);
        if (batch->length > max_rows - read.rows.rows) {
            throw Error(ErrorCode::limit_exceeded, Message{texts::roster_too_many_rows, {table}});
        }
        read.rows.rows += batch->length;
        if (batch->length > 0) read.rows.segments.push_back({batch.get(), batch->offset, batch->length, nullptr, 0});
    }
    return read;
}

}  // namespace cadre
