#pragma once

#include "support/arrow_data.hpp"

#include <cadre/roster/arrow_abi.hpp>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace cadre::test {

/// An Arrow C stream over hand-made chunks, which counts what is released.
class ArrowStream {
public:
    explicit ArrowStream(std::vector<ArrowData> chunks) : state_(std::make_shared<State>()) {
        state_->schema = chunks.empty() ? structure("", {}) : chunks.front();
        for (ArrowData& chunk : chunks) state_->chunks.push_back(std::move(chunk));
        stream_.get_schema = &get_schema;
        stream_.get_next = &get_next;
        stream_.get_last_error = &get_last_error;
        stream_.release = &release;
        stream_.private_data = new std::shared_ptr<State>(state_);
    }
    ArrowStream(const ArrowStream&) = delete;
    ArrowStream& operator=(const ArrowStream&) = delete;
    ~ArrowStream() {
        if (stream_.release != nullptr) stream_.release(&stream_);
    }

    ArrowArrayStream* get() { return &stream_; }
    /// Makes the schema other than that of the first chunk.
    void set_schema(ArrowData schema) { state_->schema = std::move(schema); }
    void fail_schema() { state_->schema_fails = true; }
    void fail_after(std::size_t chunks) { state_->fails_after = chunks; }
    void no_last_error() { stream_.get_last_error = nullptr; }

    int open_arrays() const { return state_->open_arrays; }
    int released_arrays() const { return state_->released_arrays; }
    int open_schemas() const { return state_->open_schemas; }
    int stream_releases() const { return state_->stream_releases; }
    /// The memory of a buffer of a top-level column of a chunk, as long as that chunk is alive.
    const void* buffer(std::size_t chunk, std::size_t column, std::size_t at) const {
        return state_->exported.at(chunk)->array.children[column]->buffers[at];
    }

private:
    struct SchemaNode {
        ArrowSchema schema{};
        ArrowData data;
        std::vector<std::unique_ptr<SchemaNode>> children;
        std::vector<ArrowSchema*> pointers;
        std::unique_ptr<SchemaNode> dictionary;
    };
    struct ArrayNode {
        ArrowArray array{};
        std::vector<std::unique_ptr<std::uint8_t[]>> memory;
        std::vector<const void*> buffers;
        std::vector<std::unique_ptr<ArrayNode>> children;
        std::vector<ArrowArray*> pointers;
        std::unique_ptr<ArrayNode> dictionary;
    };
    struct State {
        ArrowData schema;
        std::vector<ArrowData> chunks;
        std::size_t next = 0;
        bool schema_fails = false;
        std::optional<std::size_t> fails_after;
        int open_arrays = 0;
        int released_arrays = 0;
        int open_schemas = 0;
        int stream_releases = 0;
        std::vector<ArrayNode*> exported;
    };
    struct Held {
        std::shared_ptr<State> state;
        std::unique_ptr<SchemaNode> schema;
        std::unique_ptr<ArrayNode> array;
    };

    static State& state_of(ArrowArrayStream* stream) {
        return **static_cast<std::shared_ptr<State>*>(stream->private_data);
    }

    static void release_schema(ArrowSchema* schema) {
        auto* held = static_cast<Held*>(schema->private_data);
        --held->state->open_schemas;
        schema->release = nullptr;
        delete held;
    }
    static void release_array(ArrowArray* array) {
        auto* held = static_cast<Held*>(array->private_data);
        --held->state->open_arrays;
        ++held->state->released_arrays;
        array->release = nullptr;
        delete held;
    }
    static void release(ArrowArrayStream* stream) {
        auto* state = static_cast<std::shared_ptr<State>*>(stream->private_data);
        ++(*state)->stream_releases;
        stream->release = nullptr;
        delete state;
    }
    static const char* get_last_error(ArrowArrayStream*) { return "the source went away"; }

    static std::unique_ptr<SchemaNode> make_schema(const ArrowData& data) {
        auto node = std::make_unique<SchemaNode>();
        node->data = data;
        node->data.children.clear();
        for (const ArrowData& child : data.children) {
            node->children.push_back(make_schema(child));
            node->pointers.push_back(&node->children.back()->schema);
        }
        if (data.dictionary) node->dictionary = make_schema(*data.dictionary);
        node->schema.format = data.no_format ? nullptr : node->data.format.c_str();
        node->schema.name = node->data.name.c_str();
        node->schema.flags = ARROW_FLAG_NULLABLE;
        node->schema.n_children = data.claimed_children.value_or(static_cast<std::int64_t>(node->pointers.size()));
        node->schema.children = node->pointers.data();
        node->schema.dictionary = node->dictionary ? &node->dictionary->schema : nullptr;
        node->schema.release = [](ArrowSchema*) {};
        return node;
    }

    static std::unique_ptr<ArrayNode> make_array(const ArrowData& data) {
        auto node = std::make_unique<ArrayNode>();
        for (const auto& buffer : data.buffers) {
            if (!buffer) {
                node->buffers.push_back(nullptr);
                continue;
            }
            node->memory.push_back(std::make_unique<std::uint8_t[]>(buffer->size()));
            if (!buffer->empty()) std::memcpy(node->memory.back().get(), buffer->data(), buffer->size());
            node->buffers.push_back(node->memory.back().get());
        }
        for (const ArrowData& child : data.children) {
            node->children.push_back(make_array(child));
            node->pointers.push_back(child.null_child ? nullptr : &node->children.back()->array);
        }
        if (data.dictionary) node->dictionary = make_array(*data.dictionary);
        ArrowArray& array = node->array;
        array.length = data.length;
        array.null_count = data.null_count;
        array.offset = data.offset;
        array.n_buffers = data.claimed_buffers.value_or(static_cast<std::int64_t>(node->buffers.size()));
        array.buffers = node->buffers.data();
        array.n_children = data.claimed_children.value_or(static_cast<std::int64_t>(node->pointers.size()));
        array.children = node->pointers.data();
        array.dictionary = node->dictionary ? &node->dictionary->array : nullptr;
        array.release = data.released ? nullptr : +[](ArrowArray*) {};
        return node;
    }

    static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
        State& state = state_of(stream);
        if (state.schema_fails) return EIO;
        auto* held =
            new Held{*static_cast<std::shared_ptr<State>*>(stream->private_data), make_schema(state.schema), {}};
        *out = held->schema->schema;
        out->release = &release_schema;
        out->private_data = held;
        ++state.open_schemas;
        return 0;
    }

    static int get_next(ArrowArrayStream* stream, ArrowArray* out) {
        State& state = state_of(stream);
        if (state.fails_after && state.next >= *state.fails_after) return ENOMEM;
        if (state.next >= state.chunks.size()) {
            *out = ArrowArray{};
            return 0;
        }
        auto* held = new Held{
            *static_cast<std::shared_ptr<State>*>(stream->private_data), {}, make_array(state.chunks[state.next++])};
        *out = held->array->array;
        out->release = &release_array;
        out->private_data = held;
        state.exported.push_back(held->array.get());
        ++state.open_arrays;
        return 0;
    }

    std::shared_ptr<State> state_;
    ArrowArrayStream stream_{};
};

}  // namespace cadre::test
