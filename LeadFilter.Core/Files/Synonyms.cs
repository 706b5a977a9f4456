using System.Collections.Frozen;

namespace LeadFilter.Core.Files;

/// <summary>
/// Words of other products and programming languages, each with what it may mean here. Only a word that stands where its meaning is
/// known counts: the same word is a key in one place and an operator in another.
/// </summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, string[]> Meanings = new (string[] Words, string[] Meant)[]
    {
        // Operators
        (["=", "==", "===", "eq", "equals", "equal to", "equalto", "is", "is equal to"], ["equal"]),
        (["!=", "<>", "!==", "=!", "ne", "neq", "not equals", "not equal to", "is not", "isnot", "not"], ["not equal", "none"]),
        (["=>", "≥", "gte", "ge", "min", "minimum", "at least", "not less than", "greater or equal"], [">="]),
        (["=<", "≤", "lte", "le", "at most", "not more than", "not greater than", "less or equal"], ["<="]),
        (["gt", "greater", "greater than", "more than", "above", "over", "after", "exceeds"], [">"]),
        (["lt", "less", "less than", "fewer than", "below", "under", "before"], ["<"]),
        (["range", "within", "from to"], ["between"]),
        (["one of", "any of", "is in", "in list", "is one of", "anyof"], ["in", "any"]),
        (["none of", "nin", "not one of", "is not in", "notin", "not in list"], ["not in", "none"]),
        (["contains", "contain", "has", "like", "includes any", "contains any"], ["includes"]),
        (["not contains", "does not contain", "notcontains", "excludes", "not like"], ["not includes"]),
        (["begins with", "startswith", "begin with", "prefix"], ["starts with"]),
        (["endswith", "suffix"], ["ends with"]),
        (["regex", "regexp", "pattern", "match", "matches regex", "=~", "~"], ["matches"]),
        (["not match", "!~", "not regex"], ["not matches"]),
        (["fuzzy", "similar", "sounds like"], ["similar to"]),
        (["missing", "empty", "null", "none", "absent", "unset", "undefined", "not present", "not set", "not given"], ["blank", "off"]),
        (["present", "exists", "not missing", "not empty", "not null", "set", "given", "filled", "required"], ["not blank"]),
        (["yes", "checked"], ["true"]),
        (["no", "unchecked"], ["false"]),
        (["not valid", "bad", "wrong", "malformed", "unreadable"], ["invalid"]),
        (["profane", "profanity", "swearing"], ["obscene"]),

        // Groups
        (["and", "&&", "every", "allof", "all of"], ["all"]),
        (["or", "||", "some", "either"], ["any"]),
        (["nor", "noneof"], ["none"]),

        // Types
        (["text", "str", "varchar", "char", "enum", "select", "choice", "options"], ["string"]),
        (["int", "integer", "decimal", "float", "double", "numeric", "long"], ["number"]),
        (["bool", "flag", "checkbox", "yesno", "yes/no"], ["boolean"]),
        (["price", "currency", "amount", "dollars", "usd"], ["money"]),
        (["percent", "%"], ["percentage"]),
        (["datetime", "date time", "date-time", "instant"], ["timestamp"]),
        (["birthday", "birthdate", "birth_date", "date_of_birth", "born"], ["dob"]),
        (["mail", "e-mail"], ["email"]),
        (["tel", "telephone", "mobile", "cell"], ["phone"]),
        (["zip", "zipcode", "zip_code", "postcode", "postal"], ["postal_code"]),
        (["address", "street_address"], ["street", "address_1"]),
        (["ip_address", "ipaddress", "ipv4"], ["ip"]),
        (["uri", "link", "website", "endpoint", "target"], ["url"]),

        // Keys
        (["when", "if", "condition", "where", "rejectif", "criteria", "filter"], ["rejectWhen", "when"]),
        (["operator", "operation", "comparator", "comparison"], ["op"]),
        (["property", "attribute", "column", "parameter"], ["field"]),
        (["val", "threshold", "constant"], ["value"]),
        (["message", "description", "label", "comment"], ["text"]),
        (["code", "reasoncode", "reason_code"], ["reason"]),
        (["type", "group"], ["category"]),
        (["name", "key"], ["id", "campaign"]),
        (["enabled", "active", "disabled", "status"], ["mode"]),
        (["max", "maximum", "cap", "count"], ["limit"]),
        (["period", "every", "interval", "window"], ["per", "windowDays"]),
        (["days"], ["windowDays"]),
        (["zone", "tz", "time_zone"], ["timeZone"]),
        (["rule", "filters"], ["rules"]),
        (["dedupe", "deduplication", "duplicate"], ["duplicates"]),
        (["blocklist", "blacklist", "suppressions"], ["suppression"]),
        (["webhook", "destination", "crm"], ["delivery"]),
        (["contracts", "suppliers", "publishers", "vendor"], ["vendors"]),
        (["tests", "test", "samples"], ["examples"]),
        (["expected", "result", "outcome"], ["expect"]),

        // Words of a rule, a cap and a day
        (["live", "on", "enforce", "enabled", "active"], ["enforced", "live"]),
        (["test", "testing", "dry-run", "dryrun", "log", "silent"], ["shadow", "trial"]),
        (["disabled", "inactive"], ["off"]),
        (["daily"], ["day"]),
        (["weekly"], ["week"]),
        (["monthly"], ["month"]),
        (["hourly"], ["hour"]),
        (["mon", "mo"], ["monday"]),
        (["tue", "tues", "tu"], ["tuesday"]),
        (["wed", "we"], ["wednesday"]),
        (["thu", "thur", "thurs", "th"], ["thursday"]),
        (["fri", "fr"], ["friday"]),
        (["sat", "sa"], ["saturday"]),
        (["sun", "su"], ["sunday"]),
        (["workdays", "workday", "mon-fri", "monday-friday"], ["weekdays"]),
        (["sat-sun"], ["weekend"]),
        (["bought", "accepted", "success", "buy"], ["accept"]),
    }
    .SelectMany(static one => one.Words.Select(word => (Word: word, one.Meant)))
    .GroupBy(static one => one.Word)
    .ToFrozenDictionary(
        static one => one.Key,
        static one => one.SelectMany(static each => each.Meant).ToArray(),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The word that is meant, of those that there are.</summary>
    /// <param name="word">The word as it was written.</param>
    /// <param name="candidates">The words that there are.</param>
    /// <returns>Null if the word means none of them.</returns>
    public static string? Find(string word, params ReadOnlySpan<string> candidates)
    {
        foreach (var meant in Meanings.GetValueOrDefault(word.Trim()) ?? [])
        {
            if (candidates.Contains(meant))
            {
                return meant;
            }
        }

        return null;
    }
}
