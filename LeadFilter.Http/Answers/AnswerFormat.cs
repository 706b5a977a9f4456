namespace LeadFilter.Http.Answers;

/// <summary>The format of an answer.</summary>
public enum AnswerFormat
{
    /// <summary><c>application/json</c>.</summary>
    Json,

    /// <summary><c>application/xml</c>.</summary>
    Xml,

    /// <summary>The same XML, named <c>text/xml</c> for clients that ask for it by this name.</summary>
    TextXml,
}
