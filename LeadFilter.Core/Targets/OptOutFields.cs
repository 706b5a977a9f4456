using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Targets;

/// <summary>The fields of an opt-out that may stand in a target's request.</summary>
public sealed class OptOutFields
{
    /// <summary>The opt-out's id.</summary>
    public const string Id = "opt_out";

    /// <summary>When it was received, as ISO 8601 in UTC.</summary>
    public const string ReceivedAt = "received_at";

    /// <summary>The channels, joined by commas, such as <c>call,text</c>.</summary>
    public const string Channels = "channels";

    /// <summary>The e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The telephone number, as E.164.</summary>
    public const string Phone = "phone";

    /// <summary>The SHA-256 of the e-mail address in lower case, as 64 hex digits.</summary>
    public const string EmailSha256 = "email_sha256";

    /// <summary>The SHA-256 of the telephone number as E.164, as 64 hex digits.</summary>
    public const string PhoneSha256 = "phone_sha256";

    /// <summary>Those of a target that may know the plain address and number.</summary>
    public static readonly OptOutFields Plain = new([Id, ReceivedAt, Channels, Email, Phone, EmailSha256, PhoneSha256]);

    /// <summary>Those of a target that gets SHA-256 only.</summary>
    public static readonly OptOutFields Hashed = new([Id, ReceivedAt, Channels, EmailSha256, PhoneSha256]);

    private OptOutFields(IReadOnlyList<string> names)
    {
        Names = names;
        Layout = new(names.Select(static name => new FieldDefinition(name, StringType.Instance, "A field of an opt-out.")), []);
    }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names { get; }

    internal FieldLayout Layout { get; }

    /// <summary>An opt-out as a request's templates read it.</summary>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="values">Its fields; others than these, and those without a text, are left out.</param>
    public Lead Fill(DateTimeOffset receivedAt, IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var draft = new LeadDraft(Layout);
        foreach (var (name, value) in values.Where(one => one.Value is not null && Names.Contains(one.Key)))
        {
            draft.Restore(name, value!);
        }

        return draft.ToLead(receivedAt);
    }
}
