using LeadFilter.Core.Calendars;
using LeadFilter.Core.Campaigns.Lookups;

namespace LeadFilter.Core.Targets;

/// <summary>A system that must learn of every opt-out.</summary>
public sealed class OptOutTarget
{
    /// <summary>How many business days it has, unless the file says otherwise: 47 CFR 64.1200(a)(10).</summary>
    public const int DefaultBusinessDays = 10;

    /// <summary>The business days on which what is open is told, if they come before the last one.</summary>
    private static readonly int[] WarningDays = [2, 5, 8];

    /// <summary>Its id: 1 to 40 of <c>a-z</c>, <c>0-9</c>, <c>-</c> and <c>_</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How it is told: fields of <see cref="OptOutFields"/> stand in it.</summary>
    public required LookupRequestPlan Request { get; init; }

    /// <summary>The fields that may stand in its request.</summary>
    public required OptOutFields Fields { get; init; }

    /// <summary>The name of the setting with the secret for the signature; null: it is told by its headers alone who calls.</summary>
    public string? Secret { get; init; }

    /// <summary>The business days within which it must have learned of an opt-out: 1 to <see cref="BusinessDays.Max"/>.</summary>
    public int Days { get; init; } = DefaultBusinessDays;

    /// <summary>Every setting with a secret that it needs, each once.</summary>
    public IEnumerable<string> Secrets => Secret is null ? Request.Secrets : Request.Secrets.Append(Secret).Distinct();

    /// <summary>When it must have learned of an opt-out: the end of its last business day.</summary>
    /// <param name="receivedAt">When the opt-out was received.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    public DateTimeOffset DueAt(DateTimeOffset receivedAt, TimeZoneInfo zone) => BusinessDays.EndOf(Days, receivedAt, zone);

    /// <summary>When people hear that the target has not learned of an opt-out, by time. The last one says that it is overdue.</summary>
    /// <param name="receivedAt">When the opt-out was received.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    public IReadOnlyList<TargetWarning> WarningsOf(DateTimeOffset receivedAt, TimeZoneInfo zone) =>
    [
        .. WarningDays.Where(day => day <= Days).Select(day => new TargetWarning(day, BusinessDays.StartOf(day, receivedAt, zone), false)),
        new(Days, DueAt(receivedAt, zone), true),
    ];
}
