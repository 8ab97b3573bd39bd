#include "arrow_capsule.hpp"

#include <cadre/error.hpp>
#include <cadre/messages/texts/bindings.hpp>

#include <array>

namespace cadre::python {
namespace {

constexpr const char* stream_capsule = "arrow_array_stream";
constexpr const char* schema_capsule = "arrow_schema";
constexpr const char* array_capsule = "arrow_array";

struct ExportedBytes {
    Bytes bytes;
    std::array<const void*, 2> buffers;
};

void release_schema(ArrowSchema* schema) {
    schema->release = nullptr;
}

void release_array(ArrowArray* array) {
    delete static_cast<ExportedBytes*>(array->private_data);
    array->release = nullptr;
}

template <class T>
void destroy(PyObject* capsule, const char* name) {
    auto* exported = static_cast<T*>(PyCapsule_GetPointer(capsule, name));
    if (exported == nullptr) return PyErr_Clear();
    if (exported->release != nullptr) exported->release(exported);
    delete exported;
}

template <class T>
py::object wrap(std::unique_ptr<T> exported, const char* name, PyCapsule_Destructor destructor) {
    PyObject* capsule = PyCapsule_New(exported.get(), name, destructor);
    if (capsule == nullptr) {
        exported->release(exported.get());
        throw py::error_already_set();
    }
    exported.release();
    return py::reinterpret_steal<py::object>(capsule);
}

py::object schema_of_bytes() {
    auto schema = std::make_unique<ArrowSchema>();
    schema->format = "C";
    schema->name = "";
    schema->release = &release_schema;
    return wrap(std::move(schema), schema_capsule, [](PyObject* c) { destroy<ArrowSchema>(c, schema_capsule); });
}

py::object array_of_bytes(const Bytes& bytes) {
    auto kept = std::make_unique<ExportedBytes>(ExportedBytes{bytes, {nullptr, bytes->data()}});
    auto array = std::make_unique<ArrowArray>();
    array->length = static_cast<std::int64_t>(bytes->size());
    array->n_buffers = 2;
    array->buffers = kept->buffers.data();
    array->private_data = kept.release();
    array->release = &release_array;
    return wrap(std::move(array), array_capsule, [](PyObject* c) { destroy<ArrowArray>(c, array_capsule); });
}

}  // namespace

OwnedStream take_stream(const py::handle& frame) {
    if (!py::hasattr(frame, "__arrow_c_stream__")) {
        const std::string type = py::str(py::type::handle_of(frame).attr("__name__"));
        throw py::type_error(
            "a table needs the method __arrow_c_stream__ (pandas 2.2, Polars 1.0, pyarrow 14, DuckDB "
            "1.0 or newer), which " +
            type + " does not have");
    }
    const py::object capsule = frame.attr("__arrow_c_stream__")();
    if (PyCapsule_IsValid(capsule.ptr(), stream_capsule) == 0) {
        throw Error(ErrorCode::invalid_arrow, Message{texts::python_wrong_capsule, {std::string(stream_capsule)}});
    }
    auto* given = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule.ptr(), stream_capsule));
    if (given->release == nullptr) {
        throw Error(ErrorCode::invalid_arrow, Message{texts::python_stream_consumed, {}});
    }
    OwnedStream taken;
    *taken.get() = *given;
    given->release = nullptr;
    return taken;
}

py::tuple export_bytes(const Bytes& bytes) {
    return py::make_tuple(schema_of_bytes(), array_of_bytes(bytes));
}

}  // namespace cadre::python
