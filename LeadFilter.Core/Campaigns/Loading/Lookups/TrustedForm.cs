using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Times;
using LeadFilter.Core.Fields.Web;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>
/// The ready-made look-up of TrustedForm certificates. Facts: ActiveProspect's reference of the TrustedForm Certificate API, version 4.0
/// (developers.activeprospect.com): one POST to the certificate's own address runs the operations that its body names.
/// </summary>
internal sealed class TrustedForm(TemplateReader templates, SecretNames secrets, MistakeList mistakes)
{
    /// <summary>Its name.</summary>
    public const string Name = "trustedform";

    private const string ExampleSecret = "LEADFILTER_SECRET_TRUSTEDFORM";

    private const string Address = "https://cert.trustedform.com";

    /// <summary>The facts that are asked for unless the campaign names others.</summary>
    private static readonly string[] UsualFacts =
        ["valid", "expired", "matched", "email_match", "phone_match", "age_seconds", "page", "page_host", "bot"];

    private static readonly string[] RetainFacts = ["claimed", "claimed_before", "claimed_until"];

    /// <summary>Each fact that an answer can give; for one of the operation <c>insights</c> with the property to ask for.</summary>
    private static readonly (string Name, FieldType Type, string Path, string? Property)[] Known =
    [
        ("valid", BooleanType.Instance, "", null),
        ("expired", BooleanType.Instance, "", null),
        ("matched", BooleanType.Instance, "$.match_lead.result.success", null),
        ("email_match", BooleanType.Instance, "$.match_lead.result.email_match", null),
        ("phone_match", BooleanType.Instance, "$.match_lead.result.phone_match", null),
        ("claimed", BooleanType.Instance, "$.retain.results", null),
        ("claimed_before", BooleanType.Instance, "$.retain.results.previously_retained", null),
        ("claimed_until", TimestampType.Instance, "$.retain.results.expires_at", null),
        Insight("age_seconds", NumberType.Instance, "age_seconds"),
        Insight("page", UrlType.Instance, "page_url"),
        Insight("page_host", StringType.Instance, "domain"),
        Insight("parent_page", UrlType.Instance, "parent_page_url"),
        Insight("bot", BooleanType.Instance, "bot_detected"),
        Insight("created_at", TimestampType.Instance, "created_at"),
        Insight("expires_at", TimestampType.Instance, "expires_at"),
        Insight("seconds_on_page", NumberType.Instance, "seconds_on_page"),
        Insight("input_method", StringType.Instance, "form_input_method"),
        Insight("words_per_minute", NumberType.Instance, "form_input_wpm"),
        Insight("ip", IpType.Instance, "ip"),
        Insight("framed", BooleanType.Instance, "is_framed"),
        Insight("masked", BooleanType.Instance, "is_masked"),
    ];

    /// <summary>The keys that it has beside those of every look-up.</summary>
    public static readonly string[] Keys = ["secret", "url", "certificate", "email", "phone", "retain"];

    /// <summary>An answer of status 200 may say that TrustedForm failed.</summary>
    public static readonly (FactPath? Path, IReadOnlyList<string> Values) Failure = (FactPath.Of("$.outcome"), ["error"]);

    /// <summary>Reads which facts are asked for: a list of names.</summary>
    public static IReadOnlyList<LookupFact> ReadFacts(string lookup, FileNode node, MistakeList mistakes)
    {
        var retains = node.Find("retain")?.Text == "true";
        var names = UsualFacts.Concat(retains ? RetainFacts : []).ToList();
        if (node.Find("facts") is { } list)
        {
            names.Clear();
            foreach (var item in list.AsArray(mistakes))
            {
                if (item.AsWord(mistakes, [.. Known.Select(static fact => fact.Name)]) is not { } name)
                {
                    continue;
                }

                if (names.Contains(name))
                {
                    mistakes.Add(item, $"'{name}' stands here twice", "Keep one of the two");
                }
                else if (RetainFacts.Contains(name) && !retains)
                {
                    mistakes.Add(item, $"'{name}' is known only of certificates that are claimed", "Add \"retain\": true");
                }
                else
                {
                    names.Add(name);
                }
            }
        }

        return [.. names.Distinct().Select(name => FactOf(lookup, name))];
    }

    /// <summary>A lead without a certificate's address at TrustedForm has no valid certificate; nobody need be asked.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> WithoutCertificate(LookupDraft draft) =>
        [.. draft.Facts.Where(fact => fact.Field == $"{draft.Name}.valid").Select(static fact => KeyValuePair.Create(fact.Field, "false"))];

    /// <summary>Reads the request.</summary>
    /// <param name="node">The look-up.</param>
    public LookupRequestPlan? ReadRequest(FileNode node)
    {
        var secret = node.Required(
            "secret", mistakes, $"Add \"secret\": \"{ExampleSecret}\", the name of the setting with your account's API key");
        var setting = secrets.Read(secret, ExampleSecret, mistakes);
        var certificate = ReadField(node.Find("certificate"), node, "trustedform_cert_url");
        var (email, phone) = (ReadField(node.Find("email"), node, "email"), ReadField(node.Find("phone"), node, "phone_1.national"));
        var address = ReadAddress(node.Find("url"));
        if (certificate is not null && certificate.Type is not (UrlType or TrustedFormType))
        {
            mistakes.Add(
                node.Find("certificate")!,
                $"'{certificate.Path}' is not a web address",
                "Name the field with the certificate's address, of type trustedform or url");
            return null;
        }

        var retain = node.Find("retain").AsFlag(mistakes);
        var insights = ReadFacts(Name, node, new MistakeList("")).Join(
            Known,
            fact => fact.Field,
            fact => $"{Name}.{fact.Name}",
            (_, fact) => fact.Property).OfType<string>();
        return setting is null || certificate is null || email is null || phone is null || address is null ? null : new()
        {
            Method = "POST",
            Authority = address,
            Address = new([new(address + "/", null, false), new("", TrustedFormCertificate.Of(certificate), false)]),
            Headers = [new("Authorization", "", new(setting, "", "API")), new("Api-Version", "4.0", null)],
            Json = BodyOf(email, phone, [.. insights], retain),
        };
    }

    private static (string Name, FieldType Type, string Path, string? Property) Insight(string name, FieldType type, string property) =>
        (name, type, $"$.insights.properties.{property}", property);

    private static LookupFact FactOf(string lookup, string name)
    {
        var field = $"{lookup}.{name}";
        var (_, type, path, _) = Known.First(fact => fact.Name == name);
        return name switch
        {
            "valid" => LookupFact.OfStatus(field, 200),
            "expired" => LookupFact.OfStatus(field, 404),
            "claimed" => LookupFact.At(field, type, FactPath.Of(path)) with { IsPresence = true },
            "age_seconds" => LookupFact.At(field, type, FactPath.Of(path)) with { Ages = true },
            _ => LookupFact.At(field, type, FactPath.Of(path)),
        };
    }

    private static JsonTemplate BodyOf(FieldOperand email, FieldOperand phone, IReadOnlyList<string> insights, bool retain)
    {
        var members = new List<KeyValuePair<string, JsonTemplate>>
        {
            new("match_lead", JsonTemplate.Object([new("email", Optional(email)), new("phone", Optional(phone))])),
        };
        if (insights.Count > 0)
        {
            members.Add(new("insights", JsonTemplate.Object([new("properties", JsonTemplate.Array([.. insights.Select(Constant)]))])));
        }

        if (retain)
        {
            members.Add(new("retain", JsonTemplate.Object([])));
        }

        return JsonTemplate.Object(members);
    }

    private static JsonTemplate Optional(FieldOperand field) => JsonTemplate.Text(new([new("", field, true)]));

    private static JsonTemplate Constant(string text) => JsonTemplate.Text(new([new(text, null, false)]));

    private FieldOperand? ReadField(FileNode? node, FileNode lookup, string usual) =>
        node is null ? templates.ReadField(lookup, usual) : node.AsText(mistakes) is { } path ? templates.ReadField(node, path) : null;

    /// <summary>TrustedForm's own address, or that of a stand-in on this machine. The key goes nowhere else.</summary>
    private string? ReadAddress(FileNode? node)
    {
        if (node is null)
        {
            return Address;
        }

        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var own)
            && own.IsLoopback
            && own is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            && (own.Scheme == Uri.UriSchemeHttp || own.Scheme == Uri.UriSchemeHttps))
        {
            return own.GetLeftPart(UriPartial.Authority);
        }

        mistakes.Add(
            node,
            "TrustedForm is asked at its own address",
            $"Remove 'url' ({Address} is meant); only a stand-in on this machine may be named, such as http://127.0.0.1:5001");
        return null;
    }
}
