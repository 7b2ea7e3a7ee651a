"""What describes the downloads to programs: a Data Package, Croissant, and the Dataset of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from leaderboard.questions.dictionary import Column, Relation

if TYPE_CHECKING:
    from leaderboard.site.downloads import File

NAME = "leaderboard"
DESCRIPTION = (
    "Results that papers claim in their abstracts, each with the sentence that states it, and leaderboards of them"
)
_TABLE_TYPES = {"DOUBLE": "number", "INTEGER": "integer", "BIGINT": "integer", "BOOLEAN": "boolean", "DATE": "date"}
_CROISSANT_TYPES = {
    "DOUBLE": "sc:Float", "INTEGER": "sc:Integer", "BIGINT": "sc:Integer", "BOOLEAN": "sc:Boolean", "DATE": "sc:Date",
}  # fmt: skip
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".jsonl": "application/jsonlines",
    ".parquet": "application/vnd.apache.parquet",
    ".duckdb": "application/vnd.duckdb.file",
}
# As Croissant 1.0 gives it.
_CROISSANT_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def data_package(files: Iterable[File], relations: Mapping[str, Relation]) -> dict[str, Any]:
    """The Data Package of the CSV files: columns with types and meanings, sizes in bytes, checksums, rows."""
    return {
        "name": NAME,
        "title": "Leaderboard",
        "description": DESCRIPTION,
        "resources": [_resource(file, relations[file.relation]) for file in _csv(files) if file.relation],
    }


def _csv(files: Iterable[File]) -> list[File]:
    return [file for file in files if file.path.suffix == ".csv"]


def _resource(file: File, relation: Relation) -> dict[str, Any]:
    return {
        "name": relation.name.replace("_", "-"),
        "type": "table",
        "path": file.name,
        "description": relation.meaning,
        "scheme": "file",
        "format": "csv",
        "mediatype": _MEDIA_TYPES[".csv"],
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {
            "fields": [
                {"name": column.name, "type": _table_type(column), "description": column.meaning}
                for column in relation.columns
            ],
            "missingValues": [""],
        },
    }


def _table_type(column: Column) -> str:
    return "array" if column.type.endswith("[]") else _TABLE_TYPES.get(column.type, "string")


def croissant(files: Iterable[File], relations: Mapping[str, Relation]) -> dict[str, Any]:
    """Croissant JSON-LD: every file with its checksum, and a record set for each CSV."""
    listed = [file for file in files if file.path.suffix in _MEDIA_TYPES]
    return {
        "@context": _CROISSANT_CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": DESCRIPTION,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": file.name,
                "name": file.name,
                "description": file.about,
                "contentUrl": file.name,
                "contentSize": f"{file.size} B",
                "encodingFormat": _MEDIA_TYPES[file.path.suffix],
                "sha256": file.sha256,
            }
            # The database's bytes vary from build to build, so nothing here may depend on them.
            for file in listed
            if file.path.suffix != ".duckdb"
        ],
        "recordSet": [_record_set(file, relations[file.relation]) for file in _csv(listed) if file.relation],
    }


def _record_set(file: File, relation: Relation) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": relation.name,
        "name": relation.name,
        "description": relation.meaning,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{relation.name}/{column.name}",
                "name": column.name,
                "description": column.meaning,
                "dataType": _CROISSANT_TYPES.get(column.type, "sc:Text"),
                "source": {"fileObject": {"@id": file.name}, "extract": {"column": column.name}},
            }
            for column in relation.columns
        ],
    }


def schema_org(name: str, description: str, files: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The Dataset of schema.org for a page; `files` are addresses relative to it, and what they hold."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": name,
        "description": description,
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": address,
                "description": about,
                "encodingFormat": _MEDIA_TYPES[PurePosixPath(address).suffix],
            }
            for address, about in files
        ],
    }
