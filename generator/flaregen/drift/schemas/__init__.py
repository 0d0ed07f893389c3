"""Comparing two schemas, keyword by keyword, by what they mean."""
