"""For those who write rules: loading, compiling, linting, example tests, documentation and schemas."""
