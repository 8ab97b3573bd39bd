#pragma once

/// Marks what the shared library exports. CADRE_STATIC comes with the CMake target of a static build.
#if defined(CADRE_STATIC)
#define CADRE_EXPORT
#elif defined(_WIN32)
#if defined(CADRE_BUILDING)
#define CADRE_EXPORT __declspec(dllexport)
#else
#define CADRE_EXPORT __declspec(dllimport)
#endif
#else
#define CADRE_EXPORT __attribute__((visibility("default")))
#endif
