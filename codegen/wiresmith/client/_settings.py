"""The settings of a client from its options and what its package can do."""

from __future__ import annotations

from typing import Any, cast

from wiresmith.client.errors import ConfigurationError
from wiresmith.client.options import ClientOptions, Format, Settings
from wiresmith.runtime.package import Package
from wiresmith.runtime.version import RUNTIME_VERSION


def settings_of(package: Package, options: dict[str, Any]) -> Settings:
    """The settings of a new client.

    Raises:
        ConfigurationError: if an option cannot be used, or the API has no such format.
    """
    usual: Format = package.usual_format
    settings = Settings(format=usual, user_agent=f"wiresmith/{RUNTIME_VERSION}")
    return changed_settings(package, settings, cast("ClientOptions", options))


def changed_settings(package: Package, settings: Settings, options: ClientOptions) -> Settings:
    """The settings of a client with other options.

    Raises:
        ConfigurationError: as above.
    """
    settings = settings.changed(options)
    if settings.format not in package.formats:
        raise ConfigurationError(
            f"format={settings.format!r}, and {package.api} has only {' and '.join(package.formats)}"
        )
    return settings
