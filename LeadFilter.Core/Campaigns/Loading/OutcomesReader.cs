using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Outcomes;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>outcomes</c>: the CRM's words for what becomes of leads, and why.</summary>
internal sealed class OutcomesReader(MistakeList mistakes)
{
    private const int MaxWords = 200;
    private const int MaxLength = 100;

    public OutcomeWords Read(FileNode? section)
    {
        if (section.AsObject(mistakes) is not { } read)
        {
            return OutcomeWords.Standard;
        }

        read.OnlyKeys(mistakes, "map", "reasons");
        if (read.Members.Count == 0)
        {
            mistakes.Add(read, "this section says nothing", "Add \"map\": { \"Closed Won\": \"converted\" }, or remove \"outcomes\"");
        }

        var words = new Dictionary<string, LeadEvent>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, node) in WordsOf(read.Find("map")))
        {
            ReadEvent(word, node, words);
        }

        var reasons = new Dictionary<string, ReasonCode>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, node) in WordsOf(read.Find("reasons")))
        {
            ReadReason(word, node, reasons);
        }

        return new(words, reasons);
    }

    /// <summary>The CRM's words of a map, as far as they can be words.</summary>
    private List<KeyValuePair<string, FileNode>> WordsOf(FileNode? node)
    {
        var words = new List<KeyValuePair<string, FileNode>>();
        var map = node.AsObject(mistakes);
        if (map is { Members.Count: 0 or > MaxWords })
        {
            mistakes.Add(map, $"there are {map.Members.Count} words", $"Write 1 to {MaxWords}, or remove it");
        }

        foreach (var (word, meaning) in map?.Members ?? [])
        {
            if (word.Trim() == word && word.Length is > 0 and <= MaxLength)
            {
                words.Add(new(word, meaning));
            }
            else
            {
                mistakes.Add(meaning, $"'{word}' is not a word of a CRM", $"Write 1 to {MaxLength} characters, without blanks around them");
            }
        }

        return words;
    }

    private void ReadReason(string word, FileNode node, Dictionary<string, ReasonCode> reasons)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return;
        }

        if (!ReasonCode.TryParse(text, out var code))
        {
            mistakes.Add(node, $"'{text}' is not a code", $"Write {ReasonCode.Form}, such as wrong_number");
        }
        else if (!reasons.TryAdd(word, code))
        {
            mistakes.Add(node, $"'{word}' stands here twice; case does not count", "Keep one of the two");
        }
    }

    private void ReadEvent(string word, FileNode node, Dictionary<string, LeadEvent> words)
    {
        if (node.AsText(mistakes) is { } name)
        {
            if (LeadEventName.Find(name) is not { } meant)
            {
                mistakes.Add(node, $"there is no event '{name}'", $"Write one of {string.Join(", ", LeadEventName.All)}");
            }
            else if (LeadEventName.Find(word) is { } own && own != meant)
            {
                mistakes.Add(node, $"'{word}' is an event itself", $"Remove it: it means '{LeadEventName.Of(own)}' everywhere");
            }
            else if (!words.TryAdd(word, meant))
            {
                mistakes.Add(node, $"'{word}' stands here twice; case does not count", "Keep one of the two");
            }
        }
    }
}
