"""An HTTP server on .NET, to hold clients against."""
