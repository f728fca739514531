/// The functions of Pango, Cairo and the libraries below them that draw cards, found when the first card is
/// needed.
///
/// The program is linked to none of these libraries, and their headers are not needed to build it: the
/// declarations here follow their documented interfaces, which are stable since Pango 1.50 and Cairo 1.16.
#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Distances in Pango are multiples of 1/1024.
enum { PANGO_UNITS = 1024 };

typedef struct CairoSurface CairoSurface;
typedef struct CairoContext CairoContext;
typedef struct CairoFontOptions CairoFontOptions;
typedef struct PangoFontMap PangoFontMap;
typedef struct PangoContext PangoContext;
typedef struct PangoLayout PangoLayout;
typedef struct PangoFontDescription PangoFontDescription;
typedef struct PangoLanguage PangoLanguage;
typedef struct FontPattern FontPattern;

/// A list of fonts of fontconfig.
typedef struct FontSet {
    int count;
    int capacity;
    FontPattern *_Nonnull *_Nullable fonts;
} FontSet;

/// A rectangle of Pango, in units.
typedef struct PangoRectangle {
    int x, y, width, height;
} PangoRectangle;

/// Every function: its result, its name in the libraries, and its parameters.
#define PANGO_CAIRO_FUNCTIONS(F) \
    F(const char *_Nonnull, cairo_version_string, (void)) \
    F(CairoSurface *_Nonnull, cairo_image_surface_create, (int format, int width, int height)) \
    F(int, cairo_surface_status, (CairoSurface *_Nonnull)) \
    F(void, cairo_surface_flush, (CairoSurface *_Nonnull)) \
    F(void, cairo_surface_destroy, (CairoSurface *_Nonnull)) \
    F(uint8_t *_Nullable, cairo_image_surface_get_data, (CairoSurface *_Nonnull)) \
    F(int, cairo_image_surface_get_stride, (CairoSurface *_Nonnull)) \
    F(CairoContext *_Nonnull, cairo_create, (CairoSurface *_Nonnull)) \
    F(int, cairo_status, (CairoContext *_Nonnull)) \
    F(const char *_Nonnull, cairo_status_to_string, (int)) \
    F(void, cairo_destroy, (CairoContext *_Nonnull)) \
    F(void, cairo_save, (CairoContext *_Nonnull)) \
    F(void, cairo_restore, (CairoContext *_Nonnull)) \
    F(void, cairo_translate, (CairoContext *_Nonnull, double x, double y)) \
    F(void, cairo_scale, (CairoContext *_Nonnull, double x, double y)) \
    F(void, cairo_set_source_rgb, (CairoContext *_Nonnull, double red, double green, double blue)) \
    F(void, cairo_paint, (CairoContext *_Nonnull)) \
    F(void, cairo_rectangle, (CairoContext *_Nonnull, double x, double y, double width, double height)) \
    F(void, cairo_new_path, (CairoContext *_Nonnull)) \
    F(void, cairo_move_to, (CairoContext *_Nonnull, double x, double y)) \
    F(void, cairo_line_to, (CairoContext *_Nonnull, double x, double y)) \
    F(void, cairo_arc, (CairoContext *_Nonnull, double x, double y, double radius, double from, double to)) \
    F(void, cairo_close_path, (CairoContext *_Nonnull)) \
    F(void, cairo_set_line_width, (CairoContext *_Nonnull, double)) \
    F(void, cairo_set_dash, (CairoContext *_Nonnull, const double *_Nullable, int count, double offset)) \
    F(void, cairo_fill, (CairoContext *_Nonnull)) \
    F(void, cairo_stroke, (CairoContext *_Nonnull)) \
    F(CairoFontOptions *_Nonnull, cairo_font_options_create, (void)) \
    F(void, cairo_font_options_destroy, (CairoFontOptions *_Nonnull)) \
    F(void, cairo_font_options_set_antialias, (CairoFontOptions *_Nonnull, int)) \
    F(void, cairo_font_options_set_hint_style, (CairoFontOptions *_Nonnull, int)) \
    F(void, cairo_font_options_set_hint_metrics, (CairoFontOptions *_Nonnull, int)) \
    F(const char *_Nonnull, pango_version_string, (void)) \
    F(PangoFontMap *_Nonnull, pango_cairo_font_map_new, (void)) \
    F(PangoContext *_Nonnull, pango_font_map_create_context, (PangoFontMap *_Nonnull)) \
    F(void, pango_cairo_context_set_font_options, (PangoContext *_Nonnull, CairoFontOptions *_Nonnull)) \
    F(void, pango_cairo_context_set_resolution, (PangoContext *_Nonnull, double)) \
    F(void, pango_cairo_show_layout, (CairoContext *_Nonnull, PangoLayout *_Nonnull)) \
    F(PangoLanguage *_Nonnull, pango_language_from_string, (const char *_Nonnull)) \
    F(void, pango_context_set_language, (PangoContext *_Nonnull, PangoLanguage *_Nonnull)) \
    F(void, pango_context_set_base_dir, (PangoContext *_Nonnull, int)) \
    F(void, pango_context_set_round_glyph_positions, (PangoContext *_Nonnull, int)) \
    F(PangoLayout *_Nonnull, pango_layout_new, (PangoContext *_Nonnull)) \
    F(void, pango_layout_set_text, (PangoLayout *_Nonnull, const char *_Nonnull, int length)) \
    F(void, pango_layout_set_font_description, (PangoLayout *_Nonnull, PangoFontDescription *_Nonnull)) \
    F(void, pango_layout_set_width, (PangoLayout *_Nonnull, int)) \
    F(void, pango_layout_set_wrap, (PangoLayout *_Nonnull, int)) \
    F(void, pango_layout_set_alignment, (PangoLayout *_Nonnull, int)) \
    F(void, pango_layout_set_line_spacing, (PangoLayout *_Nonnull, float)) \
    F(void, pango_layout_get_extents, \
      (PangoLayout *_Nonnull, PangoRectangle *_Nullable ink, PangoRectangle *_Nonnull logical)) \
    F(int, pango_layout_get_baseline, (PangoLayout *_Nonnull)) \
    F(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *_Nonnull)) \
    F(const uint32_t *_Nonnull, pango_layout_get_log_attrs_readonly, (PangoLayout *_Nonnull, int *_Nonnull count)) \
    F(PangoFontDescription *_Nonnull, pango_font_description_new, (void)) \
    F(void, pango_font_description_set_family, (PangoFontDescription *_Nonnull, const char *_Nonnull)) \
    F(void, pango_font_description_set_weight, (PangoFontDescription *_Nonnull, int)) \
    F(void, pango_font_description_set_absolute_size, (PangoFontDescription *_Nonnull, double)) \
    F(void, pango_font_description_free, (PangoFontDescription *_Nonnull)) \
    F(void, g_object_unref, (void *_Nonnull)) \
    F(int, g_unichar_get_script, (uint32_t)) \
    F(uint32_t, g_unicode_script_to_iso15924, (int)) \
    F(const char *_Nonnull, hb_version_string, (void)) \
    F(int, FT_Init_FreeType, (void *_Nullable *_Nonnull)) \
    F(void, FT_Library_Version, (void *_Nullable, int *_Nonnull major, int *_Nonnull minor, int *_Nonnull patch)) \
    F(int, FT_Done_FreeType, (void *_Nullable)) \
    F(int, FcGetVersion, (void)) \
    F(FontSet *_Nullable, FcConfigGetFonts, (void *_Nullable configuration, int set)) \
    F(int, FcPatternGetString, \
      (FontPattern *_Nonnull, const char *_Nonnull, int, const char *_Nullable *_Nonnull)) \
    F(int, FcPatternGetInteger, (FontPattern *_Nonnull, const char *_Nonnull, int, int *_Nonnull)) \
    F(void *_Nullable, FcConfigGetConfigFiles, (void *_Nullable configuration)) \
    F(const char *_Nullable, FcStrListNext, (void *_Nonnull)) \
    F(void, FcStrListDone, (void *_Nonnull))

/// The functions of one loaded library.
typedef struct PangoCairo {
#define PANGO_CAIRO_MEMBER(result, name, parameters) result (*_Nonnull name) parameters;
    PANGO_CAIRO_FUNCTIONS(PANGO_CAIRO_MEMBER)
#undef PANGO_CAIRO_MEMBER
} PangoCairo;

/// Loads a library with everything that it depends on, and finds all functions. It stays loaded.
///
/// - Parameters:
///   - library: the file name of libpangocairo.
///   - reason: receives what is missing, if anything is; to be freed by the caller.
/// - Returns: the functions, which are never freed; null if one is missing.
const PangoCairo *_Nullable pango_cairo_load(const char *_Nonnull library, char *_Nullable *_Nonnull reason);
