using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>
/// How a look-up asks. The lead's fields are put into places of the path, the query and the body; scheme, host and port are the
/// campaign's.
/// </summary>
public sealed class LookupRequestPlan
{
    private const int MaxAddressLength = 8_000;

    // The JSON is never part of a web page, so accents and '+' may stay readable.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>GET, POST or PUT.</summary>
    public required string Method { get; init; }

    /// <summary>The address up to its query or with one; its scheme, host and port are literal.</summary>
    public required LeadTemplate Address { get; init; }

    /// <summary>The scheme, host and port, such as <c>https://api.example.com</c>: the provider.</summary>
    public required string Authority { get; init; }

    /// <summary>Parameters that are added to the address's query.</summary>
    public IReadOnlyList<LookupParameter> Query { get; init; } = [];

    /// <summary>The headers.</summary>
    public IReadOnlyList<LookupHeader> Headers { get; init; } = [];

    /// <summary>The names of the settings whose secrets are sent, each once.</summary>
    public IEnumerable<string> Secrets => Headers.Select(static header => header.Secret)
        .Concat(Query.Select(static parameter => parameter.Secret))
        .OfType<LookupSecret>()
        .Select(static secret => secret.Setting)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The JSON body; null for none.</summary>
    public JsonTemplate? Json { get; init; }

    /// <summary>The form body (application/x-www-form-urlencoded); null for none.</summary>
    public IReadOnlyList<LookupParameter>? Form { get; init; }

    /// <summary>The media type of the body; null for none.</summary>
    public string? ContentType => Json is not null ? "application/json" : Form is not null ? "application/x-www-form-urlencoded" : null;

    /// <summary>Writes the request for a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="request">The request.</param>
    /// <returns>
    /// False if the lead lacks a field that is needed, or has one that would change the structure of the path or make the address longer
    /// than servers take.
    /// </returns>
    public bool TryWrite(Lead lead, [NotNullWhen(true)] out LookupRequest? request)
    {
        request = null;
        if (Address.Write(lead, Uri.EscapeDataString, out var address) != TemplateResult.Written
            || HasDotSegment(address)
            || !TryWriteParameters(Query, lead, out var query)
            || !TryWriteBody(lead, out var body))
        {
            return false;
        }

        var full = query.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
        if (full.Length > MaxAddressLength)
        {
            return false;
        }

        request = new(full, body);
        return true;
    }

    /// <summary>A field whose text is one or two dots would climb in the path, percent-encoded or not (RFC 3986, section 6.2.2).</summary>
    private static bool HasDotSegment(string address)
    {
        var path = address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) + 3);
        var query = path.IndexOf('?');
        path = query < 0 ? path : path[..query];
        foreach (var segment in path.Split('/'))
        {
            if (path[segment] is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private bool TryWriteBody(Lead lead, out ReadOnlyMemory<byte>? body)
    {
        body = null;
        if (Json is not null)
        {
            var buffer = new ArrayBufferWriter<byte>(512);
            using var json = new Utf8JsonWriter(buffer, Writing);
            if (!Json.TryWrite(json, lead))
            {
                return false;
            }

            json.Flush();
            body = buffer.WrittenMemory;
        }
        else if (Form is not null)
        {
            if (!TryWriteParameters(Form, lead, out var form))
            {
                return false;
            }

            body = Encoding.ASCII.GetBytes(form);
        }

        return true;
    }

    private static bool TryWriteParameters(IReadOnlyList<LookupParameter> parameters, Lead lead, out string text)
    {
        var written = new StringBuilder();
        text = "";
        foreach (var (name, template, _) in parameters)
        {
            if (template is null)
            {
                continue;
            }

            switch (template.Write(lead, static value => value, out var value))
            {
                case TemplateResult.Missing:
                    return false;
                case TemplateResult.Written:
                    written
                        .Append(written.Length == 0 ? "" : "&")
                        .Append(Uri.EscapeDataString(name))
                        .Append('=')
                        .Append(Uri.EscapeDataString(value));
                    break;
            }
        }

        text = written.ToString();
        return true;
    }
}
