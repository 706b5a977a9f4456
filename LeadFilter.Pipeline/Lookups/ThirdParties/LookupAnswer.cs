using System.Globalization;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>What one look-up came to. No record: a record's text would show the facts.</summary>
internal sealed class LookupAnswer
{
    private LookupAnswer(LookupResult result, int status, IReadOnlyList<FoundFact> facts, DateTimeOffset at)
    {
        Result = result;
        Status = status;
        Facts = facts;
        At = at;
    }

    /// <summary>How it ended.</summary>
    public LookupResult Result { get; }

    /// <summary>The HTTP status; 0 if none came.</summary>
    public int Status { get; }

    /// <summary>What it gives; nothing after a failure.</summary>
    public IReadOnlyList<FoundFact> Facts { get; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Whether there is no answer.</summary>
    public bool IsFailure => Result != LookupResult.Answered;

    /// <summary>Whether the provider is at fault and better left alone if it goes on so.</summary>
    public bool IsProvidersFault => Result switch
    {
        LookupResult.Status => Status is 408 or 429 or >= 500,
        LookupResult.Answered or LookupResult.SecretMissing or LookupResult.FieldsMissing or LookupResult.AddressRefused => false,
        _ => true,
    };

    /// <summary>How many characters it keeps in memory, about.</summary>
    public int Size => 200 + Facts.Sum(static fact => 50 + fact.Raw.Length);

    public static LookupAnswer Of(int status, IReadOnlyList<FoundFact> facts, DateTimeOffset at) =>
        new(LookupResult.Answered, status, facts, at);

    public static LookupAnswer Failure(LookupResult result, int status = 0) => new(result, status, [], default);

    /// <summary>Puts what was found onto a lead's sheet.</summary>
    public void WriteTo(FactSheet sheet, DateTimeOffset now)
    {
        foreach (var found in Facts)
        {
            sheet.Add(found.Fact.Field, found.Fact.Ages && now > At ? Aged(found.Raw, now - At) : found.Raw);
        }
    }

    private static string Aged(string seconds, TimeSpan since) =>
        decimal.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var age)
            ? (age + (long)since.TotalSeconds).ToString(CultureInfo.InvariantCulture)
            : seconds;
}
