"""Phrases of the page `gallery`."""

from studio.words import Phrase

WORDS: dict[str, Phrase] = {
    "title": ("Everything you made", "지금까지 만든 그림"),
    "lead": (
        "Find a picture, see how it was made, and start again from it.",
        "그림을 찾고, 어떻게 만들었는지 보고, 거기서부터 다시 시작해요.",
    ),
    "search": ("Search in prompts", "프롬프트에서 찾기"),
    "search_hint": ("such as: lake, red umbrella", "예: lake, 빨간 우산"),
    "filters": ("Task, model, tag, days", "작업, 모델, 태그, 날짜"),
    "task": ("Made by", "작업"),
    "model": ("Model", "모델"),
    "tag": ("Tag", "태그"),
    "tag_hint": ("Choose or type one", "고르거나 직접 입력"),
    "days": ("From day to day (UTC)", "날짜 (UTC)"),
    "any": ("Any", "전체"),
    "loved": ("Favourites", "즐겨찾기만"),
    "picked": ("Picked as best", "베스트만"),
    "clear": ("Show everything", "전체 보기"),
    "pictures": ("Pictures, newest first", "최신순 그림"),
    "more": ("Show more", "더 보기"),
    "search_on": ("Search on", "더 찾기"),
    "shown": ("Showing {count}", "그림 {count}장"),
    "scanned": (
        "{count} found among the newest {scanned}; older ones have not been searched yet.",
        "최근 {scanned}장에서 {count}장을 찾았어요. 더 오래된 그림은 아직 찾아보지 않았어요.",
    ),
    "empty": (
        "Nothing here yet. Your first picture is one sentence away.",
        "아직 그림이 없어요. 한 문장이면 첫 그림이 생겨요.",
    ),
    "start": ("Make a picture", "그림 만들기"),
    "no_match": ("No picture fits these filters.", "조건에 맞는 그림이 없어요."),
    "restore": ("Restore from a file", "파일에서 설정 불러오기"),
    "restore_lead": (
        "Drop a picture made here or with A1111-style tools: its prompt and settings come back.",
        "여기서 만들었거나 A1111 계열 도구로 만든 그림을 올리면 프롬프트와 설정을 불러와요.",
    ),
    "restore_go": ("Put this into Create", "만들기로 가져가기"),
    "restore_nothing": (
        "The file does not say how it was made. Messengers and editors often remove that.",
        "이 파일에는 만든 방법이 남아 있지 않아요. 메신저나 편집 프로그램을 거치면서 지워졌을 수 있어요.",
    ),
    "restore_other": (
        "This was made by {maker}, whose files we do not read yet. "
        "Files from Easel and from A1111-style tools can be restored.",
        "{maker}에서 만든 파일은 아직 읽을 수 없어요. "
        "Easel이나 A1111 계열 도구로 만든 파일이면 불러올 수 있어요.",
    ),
    "restore_partly": ("Cannot be taken over: {names}", "가져올 수 없는 값: {names}"),
    "restored_by": ("Made by {source}", "{source}에서 만든 그림"),
    "back": ("Back to the gallery", "갤러리로 돌아가기"),
    "deleted": ("Deleted", "그림을 지웠어요"),
}
