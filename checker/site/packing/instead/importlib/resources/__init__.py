"""Files that lie in packages: importlib.abc asks for the module, and nobody here for the files."""
