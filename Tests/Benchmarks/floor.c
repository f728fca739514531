/* The least work of a generator of such sites: reads every entry, renders the text below its
   front matter, puts a frame of fixed bytes around it and writes one file.

   floor ENTRIES OUTPUT THREADS */

#define _GNU_SOURCE
#include <cmark.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { HEAD = 900, FOOT = 700 };

static char **names;
static size_t count;
static int source, target;
static atomic_size_t next_name;
static char head[HEAD], foot[FOOT];

static void fail(const char *what) {
    perror(what);
    exit(74);
}

/* Reads a file into a growing buffer, and terminates it with a NUL. */
static size_t read_file(const char *name, char **buffer, size_t *capacity) {
    struct stat status;
    int file = openat(source, name, O_RDONLY | O_CLOEXEC);
    if (file < 0 || fstat(file, &status) != 0) fail(name);
    size_t size = (size_t)status.st_size;
    if (size + 1 > *capacity) {
        *capacity = 2 * size + 1;
        *buffer = realloc(*buffer, *capacity);
        if (!*buffer) fail(name);
    }
    if (read(file, *buffer, size) != (ssize_t)size) fail(name);
    close(file);
    (*buffer)[size] = 0;
    return size;
}

static const char *below_front_matter(const char *text) {
    if (strncmp(text, "---\n", 4) != 0) return text;
    const char *end = strstr(text + 4, "\n---\n");
    return end ? end + 5 : text;
}

static void write_page(const char *name, const char *html) {
    char path[512];
    snprintf(path, sizeof path, "%.*s.html", (int)strlen(name) - 3, name);
    size_t length = strlen(html);
    struct iovec parts[] = {{head, HEAD}, {(void *)html, length}, {foot, FOOT}};
    int file = openat(target, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0 || writev(file, parts, 3) != (ssize_t)(HEAD + length + FOOT)) fail(path);
    close(file);
}

static void *work(void *unused) {
    char *buffer = NULL;
    size_t capacity = 0, place;
    while ((place = atomic_fetch_add(&next_name, 1)) < count) {
        size_t size = read_file(names[place], &buffer, &capacity);
        const char *body = below_front_matter(buffer);
        char *html = cmark_markdown_to_html(body, size - (size_t)(body - buffer), CMARK_OPT_DEFAULT);
        write_page(names[place], html);
        free(html);
    }
    free(buffer);
    return unused;
}

static void list_entries(const char *path) {
    DIR *folder = opendir(path);
    struct dirent *entry;
    size_t room = 0;
    if (!folder) fail(path);
    while ((entry = readdir(folder))) {
        size_t length = strlen(entry->d_name);
        if (length < 4 || strcmp(entry->d_name + length - 3, ".md") != 0) continue;
        if (count == room) {
            room = room ? 2 * room : 1024;
            names = realloc(names, room * sizeof *names);
            if (!names) fail(path);
        }
        names[count++] = strdup(entry->d_name);
    }
    closedir(folder);
}

int main(int argc, char **argv) {
    if (argc != 4) return 64;
    memset(head, '.', HEAD);
    memset(foot, '.', FOOT);
    list_entries(argv[1]);
    mkdir(argv[2], 0755);
    source = open(argv[1], O_RDONLY | O_DIRECTORY);
    target = open(argv[2], O_RDONLY | O_DIRECTORY);
    if (source < 0 || target < 0) fail(argv[2]);
    pthread_t threads[64];
    int others = atoi(argv[3]) - 1;
    if (others < 0 || others > 63) return 64;
    for (int number = 0; number < others; number++) pthread_create(&threads[number], NULL, work, NULL);
    work(NULL);
    for (int number = 0; number < others; number++) pthread_join(threads[number], NULL);
    return 0;
}
