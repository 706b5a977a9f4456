using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>
/// A lead with hostile values, written as JSON, form, form in parts or XML, well or badly. Every value holds a mark, so that one can look for what
/// leaks; the names are well known.
/// </summary>
internal static class HostileLead
{
    /// <summary>Stands in every value, with digits so that it reads as no word.</summary>
    public const string Mark = "zq77";

    public static readonly string[] Types =
        ["application/json", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data; boundary=" + Boundary];

    private const string Boundary = "x1";

    private const int MaxFields = 12;

    private static readonly string[] Names =
        [.. StandardFields.All.Select(field => field.Name), "E-Mail", "EMAIL", "address.city", "a.b.c.d.e.f", "utm", "utm.x", "", ".", "a..b", "\u202Email", "emai\u200Bl", "__proto__", "is_test", "contact[email]", "tags[]", "[[", "]", "lead.email", "data.lead.phone_1", "email.value", "google_key", "amp;email"];

    private static readonly string[] Syntax =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null", "true", "1e999", "-", "//", "/*", "&", "=", "%", "%00", "%ff", "%c0%80", "+", ";",
        "<", ">", "</", "/>", "<a>", "</a>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a>", "<?x?>", "&#0;", "&#xD800;", "&a;", "xmlns='a'", "xml:space='preserve'", "\0", "\uFEFF", "\n",
        "--x1", "--x1--", "\r\n", "\r\n\r\n", "Content-Disposition: form-data; name=\"email\"", "; filename=\"a\"", "Content-Type: text/plain; charset=iso-8859-1", "name=", "&amp;", "%3D",
        "\"field_data\":[{\"name\":\"email\",\"values\":[", "\"user_column_data\":[{\"column_id\":\"EMAIL\",\"string_value\":", "\"lead\":{", "[{", "}]",
    ];

    /// <summary>Makes the body of a lead.</summary>
    /// <param name="random">The randomness.</param>
    /// <param name="type">One of <see cref="Types"/>.</param>
    /// <param name="spoilt">Whether its syntax was damaged: then values may have become names.</param>
    public static byte[] Next(Random random, string type, out bool spoilt)
    {
        var fields = Enumerable.Range(0, random.Next(1, MaxFields)).Select(_ => (Name: random.Of(Names), Value: Value(random))).ToList();
        var good = Encoding.UTF8.GetBytes(type switch
        {
            "application/json" => Json(random, fields),
            "application/xml" => Xml(random, fields),
            "application/x-www-form-urlencoded" => Form(random, fields),
            _ => Multipart(random, fields),
        });
        spoilt = random.Next(3) > 0;
        return !spoilt ? good
            : random.Next(3) == 0 ? Damage.Bytes(random, good)
            : random.Next(2) == 0 ? Damage.Words(random, good, Syntax)
            : Damage.Bytes(random, Damage.Words(random, good, Syntax));
    }

    private static string Value(Random random) => random.Next(3) == 0 ? Mark + HostileText.Next(random) : HostileText.Next(random) + Mark;

    private static string Json(Random random, List<(string Name, string Value)> fields)
    {
        var members = fields.Select(field => random.Next(8) switch
        {
            0 => $"\"{field.Name}\":[{Text(field.Value)},null,true,1e999]",
            1 => $"{Text(field.Name)}:{new string('9', random.Next(1, 500)).ToString(CultureInfo.InvariantCulture)}",
            2 => field.Name.Split('.').Reverse().Aggregate(Text(field.Value), (inner, part) => $"{{{Text(part)}:{inner}}}")[1..^1],
            3 => $"{Text(field.Name)}:\"{field.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            4 => string.Concat(Enumerable.Repeat("\"a\":{", random.Next(1, 40))) + $"\"x\":{Text(field.Value)}" + new string('}', random.Next(1, 40)),
            _ => $"{Text(field.Name)}:{Text(field.Value)}",
        });
        var lead = $"{{{string.Join(random.Of([",", ", ", ",\n"]), members)}}}";
        return random.Next(10) switch
        {
            0 => $"{{\"lead\":{lead}}}",
            1 => $"[{lead}]",
            2 => Text(lead),
            3 => $"{{\"id\":7,\"payload\":{Text(lead)}}}",
            4 => $"{{\"field_data\":[{string.Join(',', fields.Select(field => $"{{\"name\":{Text(field.Name)},\"values\":[{Text(field.Value)}]}}"))}]}}",
            5 => $"{{\"google_key\":\"k\",\"user_column_data\":[{string.Join(',', fields.Select(field => $"{{\"column_id\":{Text(field.Name)},\"string_value\":{Text(field.Value)}}}"))}]}}",
            _ => lead,
        };
    }

    private static string Text(string text) => JsonSerializer.Serialize(text);

    private static string Form(Random random, List<(string Name, string Value)> fields) => string.Join('&', fields.Select(field => random.Next(3) switch
    {
        0 => $"{field.Name}={field.Value.Replace("&", "%26", StringComparison.Ordinal)}",
        1 => $"{Escaped(field.Name)}={Escaped(field.Value)}&",
        _ => $"{Escaped(field.Name)}={Escaped(field.Value).Replace("%20", "+", StringComparison.Ordinal)}",
    }));

    private static string Multipart(Random random, List<(string Name, string Value)> fields) => string.Concat(fields.Select(field =>
        $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field.Name.Replace("\"", "%22", StringComparison.Ordinal)}\"{random.Of(["", "", "", "; filename=\"a.png\""])}\r\n"
        + random.Of(["", "Content-Type: text/plain; charset=UTF-8\r\n", "Content-Type: image/png\r\n"]) + $"\r\n{field.Value}\r\n")) + $"--{Boundary}--\r\n";

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static string Xml(Random random, List<(string Name, string Value)> fields)
    {
        var elements = fields.Where(field => field.Name.Length > 0 && char.IsAsciiLetter(field.Name[0])).Select(field => random.Next(5) switch
        {
            0 => $"<{field.Name}><![CDATA[{field.Value}]]></{field.Name}>",
            1 => $"<address><{field.Name}>{SecurityElement.Escape(field.Value)}</{field.Name}></address>",
            2 => $"<{field.Name} a='{SecurityElement.Escape(field.Value)}'/>",
            _ => $"<{field.Name}>{SecurityElement.Escape(field.Value)}</{field.Name}>",
        });
        return $"{random.Of(["", "<?xml version='1.0'?>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<?xml version='1.0' encoding='iso-8859-1'?>"])}<lead>{string.Concat(elements)}</lead>";
    }
}
