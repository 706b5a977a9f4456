namespace LeadFilter.Http.Problems;

/// <summary>Protocol errors of a single record about a bought lead: in a batch they are problems of its line.</summary>
public static class RecordProblem
{
    /// <summary>404: the campaign has decided no such lead, or not one that the caller may know of.</summary>
    public static Problem NoSuchLead { get; } = new()
    {
        Status = 404,
        Code = "unknown-lead",
        Title = "Unknown lead",
        Detail = "There is no such lead in this campaign. Check the id and the campaign.",
    };

    /// <summary>404: no bought lead of the campaign is meant.</summary>
    public static Problem UnknownLead { get; } = NoSuchLead with
    {
        Detail = "This campaign has bought no such lead. Check the id and the campaign; test leads and rejected leads are not bought.",
    };

    /// <summary>404: there is no such opt-out.</summary>
    public static Problem NoSuchOptOut { get; } = new()
    {
        Status = 404,
        Code = "unknown-opt-out",
        Title = "Unknown opt-out",
        Detail = "There is no opt-out with this id, or it has ended. Check the id: 32 hex digits in lower case.",
    };

    /// <summary>422: the record was read, and is not taken.</summary>
    /// <param name="code">Why, as a code.</param>
    /// <param name="detail">Why, in a sentence without any of what was sent.</param>
    public static Problem Refused(string code, string detail) => Refused($"{code}: {detail}", [code]);

    /// <summary>422: the record was read, and is not taken, perhaps for several reasons.</summary>
    /// <param name="detail">Why, in sentences without any of what was sent.</param>
    /// <param name="codes">Why, as codes.</param>
    internal static Problem Refused(string detail, IReadOnlyList<string> codes) => new()
    {
        Status = 422,
        Code = "record-refused",
        Title = "Record refused",
        Detail = detail,
        Codes = codes,
    };

    /// <summary>404: the lead was not handed back, or the caller may not know of it.</summary>
    public static Problem NoSuchReturn { get; } = new()
    {
        Status = 404,
        Code = "unknown-return",
        Title = "Unknown return",
        Detail = "There is no return of such a lead in this campaign. Check the id and the campaign.",
    };

    /// <summary>409: the return is in a state in which this cannot be done any more.</summary>
    /// <param name="detail">Which state, in a sentence.</param>
    public static Problem ReturnDecided(string detail) => new()
    {
        Status = 409,
        Code = "return-decided",
        Title = "Return decided",
        Detail = detail,
    };
}
