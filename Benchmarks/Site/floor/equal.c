/* The work behind a site's files, without the program: reads and renders all Markdown files, makes and encodes an index of pairs of
 * characters, puts every byte of every file together from short pieces, hashes it and writes it.
 *
 *     cc -O2 -pthread equal.c -o equal -lcmark
 *     equal CONTENT LIST OUTPUT THREADS
 *
 * LIST has a line for each file of a built site: its size in bytes, a blank, its path. The files have the sizes and paths of the site,
 * and as many bytes are escaped and hashed; what they say does not matter. The index is as large as that of the site, but is in no file.
 * Threads take the next file when they are free. */

#define _GNU_SOURCE
#include "files.h"

#include <cmark.h>
#include <stdint.h>

enum { longest_source = 4 << 20, buffer_size = 8 << 20, stock_size = 1 << 20, table_size = 1 << 22 };

/* Text from which pages are put together, and the bytes that are escaped in it. */
static char stock[stock_size + 256];
static unsigned char is_escaped[256];
/* Results go here, so that no compiler leaves the work out. */
static atomic_ulong results;

static void *allocated(size_t size) {
    void *memory = calloc(1, size);
    if (!memory) fail("memory");
    return memory;
}

/* Counts of the pairs of a thread's cases: a hash table from pairs to numbers, and one entry for each pair of each case. */
struct pairs {
    uint32_t *numbers, *keys, *last, *entries;
    size_t count, entry_count, entry_capacity;
};

static size_t number_of(struct pairs *pairs, uint32_t key) {
    size_t place = (uint64_t)key * 0x9E3779B97F4A7C15u >> 32 & (table_size - 1);
    for (; pairs->numbers[place]; place = (place + 1) & (table_size - 1)) {
        if (pairs->keys[pairs->numbers[place] - 1] == key) return pairs->numbers[place] - 1;
    }
    pairs->keys[pairs->count] = key;
    pairs->numbers[place] = ++pairs->count;
    return pairs->count - 1;
}

static void count_pairs(struct pairs *pairs, const unsigned char *text, size_t size) {
    size_t start = pairs->entry_count;
    uint32_t before = ' ';
    for (size_t at = 0; at < size;) {
        int length = text[at] < 0x80 ? 1 : text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4;
        uint32_t scalar = length == 1 ? text[at] : text[at] & (0x7F >> length);
        for (int more = 1; more < length && at + more < size; more++) scalar = scalar << 6 | (text[at + more] & 0x3F);
        at += length;
        if (scalar < '0') scalar = ' ';
        if (before != ' ') {
            size_t number = number_of(pairs, before << 16 | (scalar & 0xFFFF));
            if (pairs->last[number] > start) {
                pairs->entries[pairs->last[number] - 1]++;
            } else {
                if (pairs->entry_count == pairs->entry_capacity) {
                    pairs->entry_capacity = pairs->entry_capacity ? 2 * pairs->entry_capacity : 1 << 20;
                    pairs->entries = realloc(pairs->entries, pairs->entry_capacity * sizeof *pairs->entries);
                    if (!pairs->entries) fail("memory");
                }
                pairs->entries[pairs->entry_count++] = (uint32_t)number << 8;
                pairs->last[number] = pairs->entry_count;
            }
        }
        before = scalar;
    }
}

static int by_key(const void *one, const void *other, void *keys) {
    uint32_t a = ((uint32_t *)keys)[*(const uint32_t *)one], b = ((uint32_t *)keys)[*(const uint32_t *)other];
    return (a > b) - (a < b);
}

/* Sorts the entries by pair and encodes the gaps between them: Rice's code, six bits a letter. */
static size_t encode(struct pairs *pairs, char *letters) {
    size_t count = pairs->count;
    uint32_t *order = allocated(4 * count + 4), *rank = allocated(4 * count + 4), *ends = allocated(4 * count + 8);
    uint32_t *sorted = allocated(4 * pairs->entry_count + 4);
    for (size_t number = 0; number < count; number++) order[number] = number;
    qsort_r(order, count, sizeof *order, by_key, pairs->keys);
    for (size_t number = 0; number < count; number++) rank[order[number]] = number;
    for (size_t entry = 0; entry < pairs->entry_count; entry++) ends[rank[pairs->entries[entry] >> 8] + 1]++;
    for (size_t number = 0; number < count; number++) ends[number + 1] += ends[number];
    for (size_t entry = 0; entry < pairs->entry_count; entry++) sorted[ends[rank[pairs->entries[entry] >> 8]]++] = entry;
    size_t written = 0;
    uint64_t bits = 0;
    int waiting = 0;
    uint32_t before = 0;
    for (size_t entry = 0; entry < pairs->entry_count; entry++) {
        uint32_t gap = (sorted[entry] - before) & 1023;
        before = sorted[entry];
        bits = (bits << (gap / 64 + 1) | 1) << 6 | gap % 64;
        waiting += gap / 64 + 7;
        for (; waiting >= 6; waiting -= 6) letters[written++ % buffer_size] = '0' + (bits >> (waiting - 6) & 63);
    }
    free(order), free(rank), free(ends), free(sorted);
    return written;
}

static void parse(const char *path, char *text, struct pairs *pairs) {
    int file = open(path, O_RDONLY);
    if (file < 0) fail(path);
    ssize_t size = read(file, text, longest_source);
    if (size < 0) fail(path);
    close(file);
    char *fence = size > 8 ? memmem(text + 4, size - 4, "\n---\n", 5) : NULL;
    char *body = fence ? fence + 5 : text;
    char *html = cmark_markdown_to_html(body, text + size - body, CMARK_OPT_DEFAULT);
    results += strlen(html);
    free(html);
    count_pairs(pairs, (unsigned char *)body, text + size - body);
}

/* Puts text together: pieces of 20 to 147 bytes, about a third of them byte by byte with an escape. */
static void put_together(char *bytes, size_t size, uint32_t *random) {
    for (size_t at = 0; at < size;) {
        *random = *random * 1103515245 + 12345;
        size_t length = 20 + (*random >> 16 & 127);
        if (length > size - at) length = size - at;
        const char *piece = stock + (*random >> 8) % stock_size;
        if (*random >> 28 < 5) {
            for (size_t byte = 0; byte < length; byte++) bytes[at + byte] = is_escaped[(unsigned char)piece[byte]] ? '_' : piece[byte];
        } else {
            memcpy(bytes + at, piece, length);
        }
        at += length;
    }
}

static uint64_t hash(const char *bytes, size_t size) {
    uint64_t lanes[4] = {1, 2, 3, 4}, words[4];
    size_t at = 0;
    for (; at + 32 <= size; at += 32) {
        memcpy(words, bytes + at, 32);
        for (int lane = 0; lane < 4; lane++) {
            lanes[lane] = (lanes[lane] ^ words[lane]) * 0x9E3779B97F4A7C15u;
            lanes[lane] ^= lanes[lane] >> 29;
        }
    }
    for (; at < size; at++) lanes[0] = (lanes[0] ^ (unsigned char)bytes[at]) * 31;
    return lanes[0] ^ lanes[1] ^ lanes[2] ^ lanes[3];
}

static void write_page(const struct item *page, char *bytes, uint32_t random) {
    int file = open(page->path, O_WRONLY | O_CREAT | O_EXCL, 0644);
    if (file < 0) fail(page->path);
    for (size_t rest = page->size; rest;) {
        size_t part = rest < buffer_size ? rest : buffer_size;
        put_together(bytes, part, &random);
        results += hash(bytes, part);
        if (write(file, bytes, part) != (ssize_t)part) fail(page->path);
        rest -= part;
    }
    struct stat status;
    if (fstat(file, &status) < 0 || close(file) < 0) fail(page->path);
}

static void *work(void *unused) {
    char *bytes = allocated(buffer_size), *text = allocated(longest_source);
    struct pairs pairs = {
        .numbers = allocated(4 * (size_t)table_size), .keys = allocated(4 * (size_t)table_size), .last = allocated(4 * (size_t)table_size)};
    for (size_t number; (number = atomic_fetch_add(&next_source, 1)) < sources.count;) parse(sources.items[number].path, text, &pairs);
    results += encode(&pairs, bytes);
    for (size_t number; (number = atomic_fetch_add(&next_page, 1)) < pages.count;) write_page(&pages.items[number], bytes, number * 2654435761u);
    return unused;
}

int main(int count, char **arguments) {
    int threads = count == 5 ? atoi(arguments[4]) : 0;
    if (threads < 1) {
        fprintf(stderr, "usage: equal CONTENT LIST OUTPUT THREADS\n");
        return 2;
    }
    for (size_t byte = 0; byte < sizeof stock; byte++) stock[byte] = 'a' + byte % 23;
    is_escaped['<'] = is_escaped['>'] = is_escaped['&'] = is_escaped['"'] = 1;
    find_sources(arguments[1]);
    read_list(arguments[2], arguments[3]);
    on_threads(threads, work);
    return 0;
}
