/* Preloaded into PostgreSQL: while the file named by FAULTS_FSYNC_FAILS exists, nothing can be made durable; the file named by
   FAULTS_FSYNC_FAILS_ONCE lets one attempt fail and is gone then. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int broken(void) {
    const char *file = getenv("FAULTS_FSYNC_FAILS");
    const char *once = getenv("FAULTS_FSYNC_FAILS_ONCE");
    return (file != NULL && access(file, F_OK) == 0) || (once != NULL && unlink(once) == 0);
}

static int call(const char *name, int fd) {
    if (broken()) {
        errno = EIO;
        return -1;
    }
    return ((int (*)(int)) dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd) { return call("fsync", fd); }

int fdatasync(int fd) { return call("fdatasync", fd); }
