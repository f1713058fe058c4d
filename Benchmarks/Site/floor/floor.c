/* The least that a build can do: reads all Markdown files, parses and renders each with libcmark, and writes files.
 *
 *     cc -O2 -pthread floor.c -o floor -lcmark
 *     floor CONTENT LIST OUTPUT THREADS
 *
 * LIST has a line for each file of a built site: its size in bytes, a blank, its path. A file of that size is written at that path;
 * what is in it does not matter. Threads take the next file, to parse or to write, when they are free. */

#include <cmark.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { block_size = 1 << 20 };

struct item {
    char *path;
    size_t size;
};

struct list {
    struct item *items;
    size_t count, capacity;
};

static struct list sources, pages;
static atomic_size_t next_source, next_page;
static char block[block_size];

static void fail(const char *path) {
    perror(path);
    exit(3);
}

static char *join(const char *folder, const char *name) {
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (!path) fail(name);
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

static void append(struct list *list, char *path, size_t size) {
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 1024;
        list->items = realloc(list->items, list->capacity * sizeof *list->items);
        if (!list->items) fail(path);
    }
    list->items[list->count++] = (struct item){path, size};
}

static void find_sources(const char *folder) {
    DIR *stream = opendir(folder);
    if (!stream) fail(folder);
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (entry->d_name[0] == '.') continue;
        char *path = join(folder, entry->d_name);
        size_t length = strlen(path);
        if (entry->d_type == DT_DIR) {
            find_sources(path);
            free(path);
        } else if (length > 3 && strcmp(path + length - 3, ".md") == 0) {
            append(&sources, path, 0);
        } else {
            free(path);
        }
    }
    closedir(stream);
}

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

static void on_threads(int count, void *(*work)(void *)) {
    pthread_t threads[count];
    for (int number = 1; number < count; number++) {
        if (pthread_create(&threads[number], NULL, work, NULL)) fail("a thread");
    }
    work(NULL);
    for (int number = 1; number < count; number++) pthread_join(threads[number], NULL);
}

static void make_folders(char *path, char *rest) {
    for (char *slash; (slash = strchr(rest, '/')); rest = slash + 1) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
}

static void read_list(const char *path, const char *output) {
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    size_t size;
    char name[4096], made[4096] = "";
    mkdir(output, 0755);
    while (fscanf(file, "%zu %4095s", &size, name) == 2) {
        char *page = join(output, name);
        char *last = strrchr(name, '/');
        size_t length = last ? last - name : 0;
        if (length && (strncmp(made, name, length) != 0 || made[length])) {
            memcpy(made, name, length);
            made[length] = 0;
            make_folders(page, page + strlen(output) + 1);
        }
        append(&pages, page, size);
    }
    fclose(file);
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
