using LeadFilter.Core.Calendars;
using LeadFilter.Core.Campaigns.Loading.Lookups;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Core.Targets.Loading;

/// <summary>Reads <c>targets.json</c>: the systems that must learn of every opt-out.</summary>
public static class OptOutTargetsLoader
{
    private const int MaxTargets = 20;
    private const int MaxIdLength = 40;
    private const string DefaultZone = "America/New_York";
    private const string SecretExample = "LEADFILTER_SECRET_DIALER";

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="permissions">What the operator lets the file's authors do; null: what holds without any setting.</param>
    public static LoadResult<OptOutTargets> Load(string file, ReadOnlySpan<byte> utf8, OperatorPermissions? permissions = null)
    {
        permissions ??= OperatorPermissions.Default;
        var mistakes = new MistakeList(file);
        var targets = new List<OptOutTarget>();
        var zone = TimeZoneInfo.Utc;
        if (FileParser.Parse(utf8, mistakes) is { } root)
        {
            root.OnlyKeys(mistakes, "$schema", "timeZone", "targets");
            zone = ReadZone(root.Find("timeZone"), mistakes);
            var section = root.Required("targets", mistakes, "Add \"targets\": { \"dialer\": { \"type\": \"webhook\", \"url\": … } }");
            foreach (var (name, node) in section.AsObject(mistakes)?.Members ?? [])
            {
                if (ReadTarget(name, node, permissions, mistakes) is { } target)
                {
                    targets.Add(target);
                }
            }

            if (targets.Count > MaxTargets)
            {
                mistakes.Add(section!, $"there are {targets.Count} targets", $"Keep them to {MaxTargets}");
            }
        }

        return new(mistakes.Count == 0 ? new(targets, zone) : null, mistakes.InOrder)
        {
            Warnings = mistakes.Count == 0 ? mistakes.Warnings : [],
        };
    }

    private static TimeZoneInfo ReadZone(FileNode? node, MistakeList mistakes)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(node.AsText(mistakes) ?? DefaultZone, out var zone))
        {
            return zone;
        }

        mistakes.Add(node!, $"'{node!.Text}' is not a valid time zone", $"Write an IANA name such as {DefaultZone}");
        return TimeZoneInfo.Utc;
    }

    private static OptOutTarget? ReadTarget(string name, FileNode node, OperatorPermissions permissions, MistakeList mistakes)
    {
        if (!Slug.IsSlug(name) || name.Length > MaxIdLength)
        {
            mistakes.Add(
                node,
                $"'{name}' is not a valid target id",
                $"Write 1 to {MaxIdLength} of a-z, 0-9, '-' and '_', beginning with a letter or digit");
            return null;
        }

        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        var before = mistakes.Count;
        node.OnlyKeys(mistakes, "type", "url", "method", "query", "headers", "json", "form", "secret", "value", "businessDays");
        node.Required("type", mistakes, "Add \"type\": \"webhook\"").AsWord(mistakes, "webhook");
        var fields = node.Find("value").AsWord(mistakes, "plain", "sha256") == "sha256" ? OptOutFields.Hashed : OptOutFields.Plain;
        var days = ReadDays(node.Find("businessDays"), mistakes);
        var secret = permissions.Secrets.Read(node.Find("secret"), SecretExample, mistakes);
        var templates = new TemplateReader(new OperandReader(fields.Layout, mistakes), mistakes);
        var request = new RequestReader(templates, permissions.Secrets, mistakes, "target", "opt-out", "{phone}").Read(node);
        if (request is null || mistakes.Count > before)
        {
            return null;
        }

        WarnOfInside(node.Find("url")!, request.Authority, permissions.Destinations, mistakes);
        return new() { Id = name, Request = request, Fields = fields, Secret = secret, Days = days };
    }

    private static int ReadDays(FileNode? node, MistakeList mistakes)
    {
        var number = node.AsDecimal(1, BusinessDays.Max, mistakes) ?? OptOutTarget.DefaultBusinessDays;
        if (number != decimal.Truncate(number))
        {
            mistakes.Add(node!, $"{number} is not a whole number", "Write how many business days it may take, such as 10");
        }

        return (int)number;
    }

    private static void WarnOfInside(FileNode node, string authority, Destinations destinations, MistakeList mistakes)
    {
        if (Uri.TryCreate(authority, UriKind.Absolute, out var address) && destinations.SurelyRefuse(address.Host))
        {
            mistakes.Warn(
                node,
                "this host is not on the public internet, so the filter does not call it",
                $"Have the operator name it in the setting {Destinations.SettingName}, such as {address.Host}");
        }
    }
}
