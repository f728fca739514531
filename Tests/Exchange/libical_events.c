/* Prints the events of a calendar file as libical reads them: a line each, with the UID, the first day, the day after the
 * last one and the summary, and with the description after it. Line breaks in texts are printed as \n. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *next_line(char *line, size_t size, void *file) { return fgets(line, (int)size, file); }

static void print_text(const char *text) {
    for (; text && *text; text++) {
        if (*text == '\n') fputs("\\n", stdout);
        else putchar(*text);
    }
}

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) return fprintf(stderr, "usage: libical_events FILE\n"), 2;
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    if (!calendar) return fprintf(stderr, "libical reads no calendar\n"), 1;
    printf("errors %d\n", icalcomponent_count_errors(calendar));
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        printf("%s\t", icalcomponent_get_uid(event));
        printf("%s\t", icaltime_as_ical_string(icalcomponent_get_dtstart(event)));
        printf("%s\t", icaltime_as_ical_string(icalcomponent_get_dtend(event)));
        print_text(icalcomponent_get_summary(event));
        putchar('\t');
        print_text(icalcomponent_get_description(event));
        putchar('\n');
    }
    return 0;
}
