using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>
/// A lead with hostile values, written as JSON, form or XML, well or badly. Every value holds a mark, so that one can look for what
/// leaks; the names are well known.
/// </summary>
internal static class HostileLead
{
    /// <summary>Stands in every value, with digits so that it reads as no word.</summary>
    public const string Mark = "zq77";

    public static readonly string[] Types = ["application/json", "application/x-www-form-urlencoded", "application/xml"];

    private const int MaxFields = 12;

    private static readonly string[] Names =
        [.. StandardFields.All.Select(field => field.Name), "E-Mail", "EMAIL", "address.city", "a.b.c.d.e.f", "utm", "utm.x", "", ".", "a..b", "\u202Email", "emai\u200Bl", "__proto__", "is_test"];

    private static readonly string[] Syntax =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null", "true", "1e999", "-", "//", "/*", "&", "=", "%", "%00", "%ff", "%c0%80", "+", ";",
        "<", ">", "</", "/>", "<a>", "</a>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a>", "<?x?>", "&#0;", "&#xD800;", "&a;", "xmlns='a'", "xml:space='preserve'", "\0", "\uFEFF", "\n",
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
            _ => Form(random, fields),
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
        return $"{{{string.Join(random.Of([",", ", ", ",\n"]), members)}}}";
    }

    private static string Text(string text) => JsonSerializer.Serialize(text);

    private static string Form(Random random, List<(string Name, string Value)> fields) => string.Join('&', fields.Select(field => random.Next(3) switch
    {
        0 => $"{field.Name}={field.Value.Replace("&", "%26", StringComparison.Ordinal)}",
        1 => $"{Escaped(field.Name)}={Escaped(field.Value)}&",
        _ => $"{Escaped(field.Name)}={Escaped(field.Value).Replace("%20", "+", StringComparison.Ordinal)}",
    }));

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
