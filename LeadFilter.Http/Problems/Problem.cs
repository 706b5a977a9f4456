using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Core.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Problems;

/// <summary>
/// A protocol error as the client reads it: problem details of RFC 9457 in JSON (<c>application/problem+json</c>).
/// A detail says what is wrong, where, and what to do; it never holds a field's value. See docs/http.md.
/// </summary>
public sealed record Problem : IResult
{
    /// <summary>The media type of problem details (RFC 9457, section 3).</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>What to send, for answers of 415.</summary>
    internal const string BodyRemedy =
        "Send application/json, application/x-www-form-urlencoded, multipart/form-data, application/xml or text/xml, in UTF-8.";

    private const int MaxNamesShown = 8;
    private const int MaxNameShown = 60;
    private const string TypePrefix = "urn:leadfilter:problem:";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The status code, 400 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>Which problem it is, in a stable word such as <c>duplicate-field</c>: the last part of <see cref="Type"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The problem in a few words, the same for each occurrence of the type.</summary>
    public required string Title { get; init; }

    /// <summary>What is wrong with this request, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The field, header or query parameter that it is about, as it was sent; null if it is about none.</summary>
    public string? Field { get; init; }

    /// <summary>Why a record is refused, as codes for programs; empty for other problems.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>A header that goes with the status, such as <c>Retry-After</c>; null for none.</summary>
    public KeyValuePair<string, string>? Header { get; init; }

    /// <summary>The problem's type, a URN: <c>urn:leadfilter:problem:duplicate-field</c>.</summary>
    public string Type => TypePrefix + Code;

    /// <summary>400: the server could not make sense of the request as HTTP.</summary>
    public static Problem BadRequest { get; } =
        Make(400, "bad-request", "Bad request",
            "The request is not well-formed HTTP, or its body ended too early. Send the whole request again.");

    /// <summary>400: there is neither a query parameter nor a body.</summary>
    public static Problem NoFields { get; } =
        Make(400, "no-fields", "No fields",
            "The request does not contain any field of a lead. Send the fields in the body, or as query parameters.");

    /// <summary>400: nobody can say whether the lead is a test.</summary>
    public static Problem UnreadablePurpose { get; } = UnreadableField(
        "is_test",
        "The field 'is_test' is neither yes nor no, so the lead may be a test, and nothing is bought. "
        + "Send true for a test; send false, or leave the field out, for a lead to be bought.");

    /// <summary>401: no key, more than one, or one that no vendor has.</summary>
    public static Problem Unauthorized { get; } =
        Make(401, "unauthorized", "Key missing or unknown",
            "Send your key, and only one, as 'Authorization: Bearer KEY', as the password of Basic authentication, or as 'X-Api-Key: KEY'.")
        with { Header = new("WWW-Authenticate", "Bearer") };

    /// <summary>403: the key's vendor has no contract in the campaign.</summary>
    public static Problem NotInCampaign { get; } =
        Make(403, "not-in-campaign", "Not in this campaign",
            "Your key is valid, but you have no contract in this campaign. Check the campaign's name in the address, or ask to be added.");

    /// <summary>403: the key does not open this address.</summary>
    public static Problem Forbidden { get; } = Make(403, "forbidden", "Not allowed", "This key is not allowed to use this address.");

    /// <summary>404: there is no campaign of that name.</summary>
    public static Problem UnknownCampaign { get; } =
        Make(404, "unknown-campaign", "No such campaign",
            "There is no campaign with the name in the address. Check its spelling: /api/campaigns/CAMPAIGN/leads.");

    /// <summary>404: there is no suppression list of that name.</summary>
    public static Problem UnknownList { get; } =
        Make(404, "unknown-list", "No such list",
            "There is no suppression list with the name in the address. "
            + "GET /api/suppressions lists all; posting values creates a new one.");

    /// <summary>404: there is nothing at the address.</summary>
    public static Problem UnknownAddress { get; } =
        Make(404, "unknown-address", "No such address",
            "There is nothing at this address. Leads are posted to /api/campaigns/CAMPAIGN/leads.");

    /// <summary>406: the client accepts neither JSON nor XML.</summary>
    public static Problem NotAcceptable { get; } =
        Make(406, "not-acceptable", "Answer format not available",
            "Answers are JSON or XML. Send 'Accept: application/json' or 'Accept: application/xml', or no Accept header.");

    /// <summary>408: the request came too slowly.</summary>
    public static Problem RequestTimeout { get; } =
        Make(408, "request-timeout", "Request too slow",
            "The request did not arrive in time. Send it again.");

    /// <summary>413: the server itself finds the body too large.</summary>
    public static Problem BodyTooLarge { get; } =
        Make(413, "body-too-large", "Body too large",
            "The body is too large. Send one lead in a request, with the campaign's fields only.");

    /// <summary>414: the address with its query string is too long.</summary>
    public static Problem TargetTooLong { get; } =
        Make(414, "address-too-long", "Address too long",
            $"The address is too long: at most {RequestLimits.MaxPathLength} characters of path "
            + $"and {RequestLimits.MaxQueryLength} of query. "
            + "Send the fields in the body of a POST.");

    /// <summary>422: an idempotency key came again with another lead.</summary>
    public static Problem IdempotencyKeyReused { get; } =
        Make(422, "idempotency-key-reused", "Idempotency key reused",
            "This Idempotency-Key was sent with another lead within the last 24 hours. "
            + "Use a new key for each lead, and the same key only to send the same lead again.");

    /// <summary>431: the headers are too large.</summary>
    public static Problem HeadersTooLarge { get; } =
        Make(431, "headers-too-large", "Headers too large",
            $"The headers are larger than {RequestLimits.MaxHeaderBytes} bytes in total. Send fewer or shorter headers.");

    /// <summary>500: a mistake of ours; it says nothing about the cause.</summary>
    public static Problem InternalError { get; } =
        Make(500, "internal-error", "Internal error",
            "Something went wrong here, and it has been noted. Send the request again later.");

    /// <summary>The problem behind a bare status code; 405 needs its header and is made by <see cref="MethodNotAllowed"/>.</summary>
    /// <param name="status">The code, 400 to 599.</param>
    public static Problem ForStatus(int status) => status switch
    {
        401 => Unauthorized,
        403 => Forbidden,
        404 => UnknownAddress,
        406 => NotAcceptable,
        408 => RequestTimeout,
        413 => BodyTooLarge,
        414 => TargetTooLong,
        415 => UnsupportedBody(BodyRemedy),
        429 => TooManyRequests(TimeSpan.FromSeconds(1)),
        431 => HeadersTooLarge,
        503 => Unavailable(TimeSpan.FromSeconds(1)),
        >= 500 => InternalError with { Status = status },
        _ => BadRequest with { Status = status },
    };

    /// <summary>400: the lead has too many fields.</summary>
    /// <param name="most">How many it may have: <see cref="LeadDraft.MaxFields"/>.</param>
    public static Problem TooManyFields(int most) =>
        Make(400, "too-many-fields", "Too many fields", $"The lead has more than {most} fields. Send only those that the campaign knows.");

    /// <summary>400: the campaign knows none of the fields.</summary>
    /// <param name="sent">The names that were sent.</param>
    public static Problem NoKnownFields(IReadOnlyList<string> sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        if (sent.Count == 0)
        {
            return NoFields;
        }

        var shown = string.Join(", ", sent.Take(MaxNamesShown).Select(static name => $"'{Shortened(name)}'"));
        return NoFields with
        {
            Detail = $"The campaign knows none of the fields that were sent: {shown}{(sent.Count > MaxNamesShown ? " …" : "")}. "
                + "Send the names of the campaign's fields, such as first_name, email and phone_1, or ask the buyer to add yours as "
                + "aliases.",
        };
    }

    /// <summary>400: the body cannot be read.</summary>
    /// <param name="detail">What is wrong and where, without any value.</param>
    public static Problem UnreadableBody(string detail) => Make(400, "unreadable-body", "Unreadable body", detail);

    /// <summary>400: a field cannot be read.</summary>
    /// <param name="field">Its name as sent.</param>
    /// <param name="detail">What is wrong, without the value.</param>
    public static Problem UnreadableField(string field, string detail) =>
        Make(400, "unreadable-field", "Unreadable field",
            detail) with { Field = field };

    /// <summary>400: a field came twice.</summary>
    /// <param name="field">Its name at the second time, perhaps an alias.</param>
    public static Problem DuplicateField(string field) =>
        Make(400, "duplicate-field", "Duplicate field",
            $"The field '{field}' was sent twice with different values, perhaps once under another of its names. Send each field once.")
            with { Field = field };

    /// <summary>400: a header cannot be read.</summary>
    /// <param name="header">Its name.</param>
    /// <param name="detail">What is wrong, without the value.</param>
    public static Problem UnreadableHeader(string header, string detail) =>
        Make(400, "unreadable-header", "Unreadable header",
            detail) with { Field = header };

    /// <summary>400: a query parameter of a listing cannot be read.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="detail">What it must be.</param>
    public static Problem UnreadableParameter(string parameter, string detail) =>
        Make(400, "unreadable-parameter", "Unreadable parameter",
            detail) with { Field = parameter };

    /// <summary>405: the address is not for this method.</summary>
    /// <param name="allow">The methods that it is for, such as <c>GET, POST</c>.</param>
    public static Problem MethodNotAllowed(string allow) =>
        Make(405, "method-not-allowed", "Method not allowed", $"This address accepts {allow}.") with { Header = new("Allow", allow) };

    /// <summary>413: the body of a lead is too large.</summary>
    /// <param name="most">How many bytes it may have.</param>
    public static Problem BodyLargerThan(int most) => BodyTooLarge with
    {
        Detail = $"The body is larger than {most} bytes. Send one lead in a request, with the campaign's fields only.",
    };

    /// <summary>413: a batch is too large.</summary>
    /// <param name="bytes">How many bytes it may have.</param>
    /// <param name="lines">How many values it may have.</param>
    public static Problem BatchLargerThan(int bytes, int lines) => BodyTooLarge with
    {
        Detail = $"The body has more than {bytes} bytes or more than {lines} values. "
            + "Send them in several requests; sending one again does no harm.",
    };

    /// <summary>415: the body is in a format or an encoding that is not read here.</summary>
    /// <param name="detail">What is wrong, and which formats are read.</param>
    public static Problem UnsupportedBody(string detail) =>
        Make(415, "unsupported-body", "Body format not supported", detail) with { Header = new("Accept-Encoding", "identity") };

    /// <summary>429: the client sends too much.</summary>
    /// <param name="retryAfter">After how long to go on; told in whole seconds, at least 1.</param>
    public static Problem TooManyRequests(TimeSpan retryAfter) =>
        Make(429, "too-many-requests", "Too many requests",
            "You are sending faster than agreed. Send the request again after the seconds in Retry-After.")
        with { Header = RetryAfter(retryAfter) };

    /// <summary>429: too many of the vendor's requests are open at the same time.</summary>
    /// <param name="retryAfter">After how long to go on; told in whole seconds, at least 1.</param>
    public static Problem TooManyAtOnce(TimeSpan retryAfter) =>
        Make(429, "too-many-at-once", "Too many requests at once",
            "Too many of your requests are waiting for their answers. Wait for answers before you send more, "
            + "and send this one again after the seconds in Retry-After.")
        with { Header = RetryAfter(retryAfter) };

    /// <summary>503: a part that is needed is not there at the moment.</summary>
    /// <param name="retryAfter">After how long to try again; told in whole seconds, at least 1.</param>
    public static Problem Unavailable(TimeSpan retryAfter) =>
        Make(503, "unavailable", "Not available",
            "The request cannot be handled at the moment. Send it again after the seconds in Retry-After.")
        with { Header = RetryAfter(retryAfter) };

    /// <summary>Answers with this problem. The response must not have started.</summary>
    /// <param name="httpContext">The request's context.</param>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (Header is { } header)
        {
            response.Headers[header.Key] = header.Value;
        }

        await using (var writer = new Utf8JsonWriter(response.BodyWriter, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("type", Type);
            writer.WriteString("title", Title);
            writer.WriteNumber("status", Status);
            writer.WriteString("detail", Detail);
            if (Field is not null)
            {
                writer.WriteString("field", Field);
            }

            if (Codes.Count > 0)
            {
                writer.WriteStartArray("codes");
                foreach (var code in Codes)
                {
                    writer.WriteStringValue(code);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.Flush();
            response.ContentLength = writer.BytesCommitted;
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private static Problem Make(int status, string code, string title, string detail) =>
        new() { Status = status, Code = code, Title = title, Detail = detail };

    private static string Shortened(string name) =>
        name.Length <= MaxNameShown ? name : name[..(MaxNameShown - (char.IsHighSurrogate(name[MaxNameShown - 1]) ? 1 : 0))] + "…";

    private static KeyValuePair<string, string> RetryAfter(TimeSpan wait) =>
        new("Retry-After", WholeSeconds.Of(wait));
}
