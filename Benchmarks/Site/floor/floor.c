/* The least that a build can do: reads all Markdown files, parses and renders each with libcmark, and writes files.
 *
 *     cc -O2 -pthread floor.c -o floor -lcmark
 *     floor CONTENT LIST OUTPUT THREADS
 *
 * LIST has a line for each file of a built site: its size in bytes, a blank, its path. A file of that size is written at that path;
 * what is in it does not matter. Threads take the next file, to parse or to write, when they are free. */

#include "files.h"

#include <cmark.h>

enum { block_size = 1 << 20 };

static char block[block_size];

static void parse(const char *path) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) < 0) fail(path);
    char *text = malloc(status.st_size + 1);
    if (!text || read(file, text, status.st_size) != status.st_size) fail(path);
    close(file);
    text[status.st_size] = 0;
    char *body = text;
    if (strncmp(text, "---\n", 4) == 0) {
        char *end = strstr(text, "\n---\n");
        if (end) body = end + 5;
    }
    char *html = cmark_markdown_to_html(body, text + status.st_size - body, CMARK_OPT_DEFAULT);
    free(html);
    free(text);
}

static void write_page(const struct item *page) {
    int file = open(page->path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) fail(page->path);
    for (size_t rest = page->size; rest;) {
        size_t part = rest < block_size ? rest : block_size;
        if (write(file, block, part) != (ssize_t)part) fail(page->path);
        rest -= part;
    }
    if (close(file) < 0) fail(page->path);
}

static void *parse_sources(void *unused) {
    for (size_t number; (number = atomic_fetch_add(&next_source, 1)) < sources.count;) parse(sources.items[number].path);
    return unused;
}

static void *write_pages(void *unused) {
    for (size_t number; (number = atomic_fetch_add(&next_page, 1)) < pages.count;) write_page(&pages.items[number]);
    return unused;
}

int main(int count, char **arguments) {
    if (count != 5) {
        fprintf(stderr, "usage: floor CONTENT LIST OUTPUT THREADS\n");
        return 2;
    }
    memset(block, 'x', block_size);
    int threads = atoi(arguments[4]);
    if (threads < 1) threads = 1;
    find_sources(arguments[1]);
    on_threads(threads, parse_sources);
    read_list(arguments[2], arguments[3]);
    on_threads(threads, write_pages);
    return 0;
}
