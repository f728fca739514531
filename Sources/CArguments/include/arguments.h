/// What the process was started with; nothing where the system does not tell it to what runs before `main`.
///
/// Swift finds its arguments by way of /proc, which containers need not have.
int process_argument_count(void);
char *const *process_arguments(void);
