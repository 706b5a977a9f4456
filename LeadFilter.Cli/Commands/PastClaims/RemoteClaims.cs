using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>The purchases of a filter, by its admin API.</summary>
/// <param name="admin">The filter; disposed with this.</param>
/// <param name="campaign">The campaign.</param>
internal sealed class RemoteClaims(AdminApi admin, CampaignId campaign) : IClaimsTarget
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public async Task<PastTally> KeepAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return new(0, 0, 0, []);
        }

        var target = FilterAddress.Of(admin.Url, Addresses.ImportClaims, [campaign.ToString()]);
        var answer = await admin.SendAsync(
            HttpMethod.Post, target, LinesOf(rows), "application/x-ndjson", ClaimsJson.Default.KeptClaims, cancellation);
        var lines = rows.Select(static row => row.Line).ToList();
        return new(answer.Added, answer.AlreadyThere, answer.TooOld, ImportProblems.AtLines(answer.Problems, answer.Invalid, lines))
        {
            UnknownVendor = answer.UnknownVendor,
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>One JSON object a line; of two cells of one column the first counts.</summary>
    private static string LinesOf(IReadOnlyList<FileRow> rows)
    {
        using var text = new MemoryStream();
        using var json = new Utf8JsonWriter(text, Plain);
        foreach (var row in rows)
        {
            if (text.Length > 0)
            {
                text.WriteByte((byte)'\n');
            }

            json.WriteStartObject();
            foreach (var (column, value) in row.Cells.DistinctBy(static cell => cell.Key, StringComparer.OrdinalIgnoreCase))
            {
                json.WriteString(column, value);
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
