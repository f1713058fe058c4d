/* What both floors do alike: find the sources, read the list of a site's files, make its folders, and work on several threads. */

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
