using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class LeadReaderPropertyTests
{
    private static readonly string[] Samples =
    [
        """{"email":"a@b.c","address":{"city":"R\u00f6me \ud83d\ude00"},"age":-1.5e3,"tags":["a",true,null],"is_test":false,"x":null,}""",
        "{\n \"comments\":\"one\n two\t\\\"three\\\\\",\n \"E-Mail\":\"é😀\" }",
        "email=a%40b.c&fname=A+B&comments=100%&tags=%C3%AB&is_test",
        "<?xml version='1.0' encoding='utf-8'?><lead a='b'><email>a@b.c</email><address><city>R&#246;me</city></address><comments><![CDATA[<x>]]></comments></lead>",
        "<!DOCTYPE l [<!ENTITY a 'b'>]><l><email>&a;</email></l>",
        """{"field_data":[{"name":"email","values":["a@b.c"]}],"lead":{"x":[{"a":[1]}],"y":{"value":"\ud83d"}},"google_key":"k"}""",
        "--x1\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\na@b.c\r\n--x1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"g\"\r\n\r\n\0\r\n--x1--",
        "?first_name=Ann&amp;contact[email]=a&tags[]=b;c=d",
    ];

    private static readonly byte[] Delicate = [0, 9, 10, (byte)'"', (byte)'\\', (byte)'%', (byte)'&', (byte)'<', (byte)'>', (byte)'{', (byte)'}', (byte)'[', (byte)'u', 0xED, 0xA0, 0xFF];

    private static Gen<byte> Byte => Gen.OneOf(Gen.Choose(0, 255).Select(b => (byte)b), Gen.Elements(Delicate));

    /// <summary>A sample with up to 8 bytes changed, put in or left out.</summary>
    private static Gen<byte[]> Mutated =>
        from sample in Gen.Elements(Samples)
        from edits in Gen.ListOf(Gen.Choose(0, 2).SelectMany(kind => Gen.Choose(0, 999).SelectMany(at => Byte.Select(b => (kind, at, b)))), 8)
        select edits.Aggregate(Encoding.UTF8.GetBytes(sample), (bytes, edit) =>
        {
            var at = edit.at % bytes.Length;
            return edit.kind switch
            {
                0 => [.. bytes[..at], edit.b, .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], edit.b, .. bytes[at..]],
                _ when bytes.Length > 1 => [.. bytes[..at], .. bytes[(at + 1)..]],
                _ => bytes,
            };
        });

    /// <summary>Texts that every format can carry: XML has no control characters and makes one line break of two.</summary>
    private static Gen<string> Text =>
        Gen.ListOf(Gen.Elements("a", "Z", "0", " ", "\n", "\t", "\"", "'", "\\", "&", "<", ">", "%", "%41", "+", "=", ";", ",", ".", "é", "😀", "]]>", "{", "null"))
            .Select(string.Concat);

    private static Gen<Dictionary<string, string>> Fields =>
        from names in Gen.SubListOf("first_name", "last_name", "email", "phone_1", "address.city", "address.state", "comments", "a.b.c", "utm", "utm.x")
        from texts in Gen.ListOf(Text, names.Count)
        select names.Zip(texts).ToDictionary(pair => pair.First, pair => pair.Second);

    [TestMethod]
    public void No_bytes_make_a_reader_throw()
    {
        var random = Gen.ArrayOf(Byte);
        var bodies = Gen.OneOf(Mutated, random, Mutated.Select(body => body.Take(body.Length / 2).ToArray()));
        Check.One(PropertyCases.Of(10_000), Prop.ForAll(bodies.ToArbitrary(), body =>
            Read(body).All(problem => problem is null or { Status: 400 })));
    }

    [TestMethod]
    public void No_query_makes_the_reader_throw()
    {
        var queries = Gen.OneOf(Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(c => (char)c)).Select(chars => new string(chars)), Mutated.Select(Encoding.Latin1.GetString));
        Check.One(PropertyCases.Of(2_000), Prop.ForAll(queries.ToArbitrary(), query =>
            QueryLead.Read("?" + query, TestLayout.Draft()) is null or { Status: 400 }));
    }

    [TestMethod]
    public void The_same_fields_make_the_same_draft_in_every_format()
    {
        Check.One(PropertyCases.Of(1_000), Prop.ForAll(Fields.ToArbitrary(), fields =>
        {
            var form = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
            var plus = string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode(field.Value)}"));
            var xml = $"<lead>{string.Concat(fields.Select(field => $"<{field.Key}>{SecurityElement.Escape(field.Value)}</{field.Key}>"))}</lead>";
            var expected = Draft(draft => Add(draft, fields));
            return expected == Draft(draft => JsonLead.Read(JsonSerializer.SerializeToUtf8Bytes(fields), draft))
                && expected == Draft(draft => JsonLead.Read(Unescaped(fields), draft))
                && expected == Draft(draft => JsonLead.Read(Nested(fields), draft))
                && expected == Draft(draft => FormLead.Read(Encoding.UTF8.GetBytes(form), draft))
                && expected == Draft(draft => FormLead.Read(Encoding.UTF8.GetBytes(plus), draft))
                && expected == Draft(draft => QueryLead.Read("?" + form, draft))
                && expected == Draft(draft => XmlLead.Read(Encoding.UTF8.GetBytes(xml), isUtf8: false, draft));
        }));
    }

    private static IEnumerable<Problem?> Read(byte[] body) =>
    [
        JsonLead.Read(body, TestLayout.Draft()),
        FormLead.Read(body, TestLayout.Draft()),
        XmlLead.Read(body, isUtf8: true, TestLayout.Draft()),
        XmlLead.Read(body, isUtf8: false, TestLayout.Draft()),
        MultipartLead.Read(body, new(BodyFormat.Multipart, BodyCharset.Unsaid, "x1"), TestLayout.Draft()),
        MultipartLead.Read(body, new(BodyFormat.Multipart, BodyCharset.Windows1252), TestLayout.Draft()),
        Whole(body, BodyFormat.Json),
        Whole(body, BodyFormat.Form),
        GoogleKey.Find(body) is null or { Length: > 0 } ? null : Problem.InternalError,
    ];

    private static Problem? Whole(byte[] body, BodyFormat format)
    {
        var draft = TestLayout.Draft();
        draft.StartBody();
        return body.Length == 0 ? null : LeadBody.Read(body, new(format, (BodyCharset)(body.Length % 3)), draft) ?? LeadBody.Finish(draft);
    }

    private static Problem? Add(LeadDraft draft, Dictionary<string, string> fields)
    {
        foreach (var (name, value) in fields)
        {
            draft.Add(name, value);
        }

        return null;
    }

    private static string Draft(Func<LeadDraft, Problem?> read)
    {
        var draft = TestLayout.Draft();
        Assert.IsNull(read(draft));
        return $"{draft.Text()}\n{string.Join(',', draft.Ignored)}";
    }

    /// <summary>JSON as careless templates make it: line breaks and tabs stand raw inside the strings.</summary>
    private static byte[] Unescaped(Dictionary<string, string> fields) => Encoding.UTF8.GetBytes("{" + string.Join(",\n", fields.Select(field =>
        $"\"{field.Key}\" : \"{field.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")) + "}");

    /// <summary>JSON with an object for each part of a dotted name, one field in each.</summary>
    private static byte[] Nested(Dictionary<string, string> fields) => Encoding.UTF8.GetBytes("{" + string.Join(',', fields.Select(field =>
        field.Key.Split('.').Reverse().Aggregate(JsonSerializer.Serialize(field.Value), (value, part) => $"{{\"{part}\":{value}}}")[1..^1])) + "}");
}
