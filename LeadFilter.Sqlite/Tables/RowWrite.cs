using System.Globalization;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Tables;

/// <summary>Writes a row; the result is its new version, or null if the write is refused.</summary>
/// <param name="row">The row.</param>
internal abstract class RowWrite(Row row) : Write<long?>
{
    /// <summary>The row.</summary>
    protected Row Row => row;

    /// <summary>Gives the row the ETag of its new version, once the write is durable.</summary>
    /// <returns>False if the write was refused.</returns>
    public bool Stamp()
    {
        if (Result is { } version)
        {
            row.ETag = version.ToString(CultureInfo.InvariantCulture);
        }

        return HasWorked;
    }
}
