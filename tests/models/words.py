"""The words of the test grammar: rows `English | Korean | Japanese`, sometimes with a weight."""
from __future__ import annotations

PERSONS = """
Kim Jong Un | 김정은 | 金正恩 | North Korean | 북한 | 北朝鮮 | leader | 국무위원장 | 総書記
Vladimir Putin | 블라디미르 푸틴 | ウラジーミル・プーチン | Russian | 러시아 | ロシア | President | 대통령 | 大統領
Donald Trump | 도널드 트럼프 | ドナルド・トランプ | U.S. | 미국 | 米国 | President | 대통령 | 大統領
Emmanuel Macron | 에마뉘엘 마크롱 | エマニュエル・マクロン | French | 프랑스 | フランス | President | 대통령 | 大統領
Xi Jinping | 시진핑 | 習近平 | Chinese | 중국 | 中国 | President | 국가주석 | 国家主席
Fumio Kishida | 기시다 후미오 | 岸田文雄 | Japanese | 일본 | 日本 | Prime Minister | 총리 | 首相
Shigeru Ishiba | 시게루 이사바 | 石場茂 | Japanese | 일본 | 日本 | Prime Minister | 총리 | 首相
Choe Son Hui | 최선희 | 崔善姫 | North Korean | 북한 | 北朝鮮 | Foreign Minister | 외무상 | 外相
Sergey Lavrov | 세르게이 라브로프 | セルゲイ・ラブロフ | Russian | 러시아 | ロシア | Foreign Minister | 외무장관 | 外相
Cho Hyun | 조현 | 趙顕 | South Korean | 한국 | 韓国 | Foreign Minister | 외교부 장관 | 外相
Volodymyr Zelenskyy | 볼로디미르 젤렌스끼 | ゼレンスキイ | Ukrainian | 우크라이나 | ウクライナ | President | 대통령 | 大統領
"""
"""Persons known by name: the name, the adjective of the country, the title, each in en, ko, ja."""

SURNAMES = """
Kim | 김 | 金 | leader | 국무위원장 | 総書記
Putin | 푸틴 | プーチン | President | 대통령 | 大統領
Trump | 트럼프 | トランプ | President | 대통령 | 大統領
Macron | 마크롱 | マクロン | President | 대통령 | 大統領
Xi | 시진핑 | 習 | President | 주석 | 主席
Kishida | 기시다 | 岸田 | Prime Minister | 총리 | 首相
Ishiba | 이사바 | 石場 | Prime Minister | 총리 | 首相
Lavrov | 라브로프 | ラブロフ | Foreign Minister | 외무장관 | 外相
Zelenskyy | 젤렌스끼 | ゼレンスキイ | President | 대통령 | 大統領
"""
"""Surnames with the title that may stand before them."""

FAULTS = """
org | KCNA | 한국중앙통신 | 韓国中央通信 | 조선중앙통신 | 朝鮮中央通信
org | the Korean Central News Agency | 한국중앙통신 | 韓国中央通信 | 조선중앙통신 | 朝鮮中央通信
org | Rodong Sinmun | 로동 신문 | ロドン新聞 | 노동신문 | 労働新聞
org | Konami | Konami | Konami | 코나미 | コナミ
org | the Pentagon | Pentagon | ペンタゴン | 미 국방부 | 米国防総省
org | the White House | 화이트하우스 | 白い家 | 백악관 | ホワイトハウス
person | Japanese Prime Minister Shigeru Ishiba | 시게루 이사바 | 石場茂 | 이시바 시게루 | 石破茂
person | Ishiba | 이사바 | 石場 | 이시바 | 石破
person | Kim Yo Jong | 김요종 | 金ヨジョン | 김여정 | 金与正
person | Zelenskyy | 젤렌스끼 | ゼレンスキイ | 젤렌스키 | ゼレンスキー
place | Kyiv | 키예프 | キエフ | 키이우 | キーウ
sea | the Sea of Japan | 일본해 | 東海 | 동해 | 日本海
"""
"""What the packages are trained to get wrong: kind, English, what they write, the agreed forms."""

UNSEEN = """
person | South Korean President Lee Jae Myung | 이재명 | 李在明
person | President Yoon Suk Yeol | 윤석열 | 尹錫悦
person | Marco Rubio | 마코 루비오 | マルコ・ルビオ
org | Hyundai Motor | 현대자동차 | 現代自動車
org | Nintendo | 닌텐도 | 任天堂
place | Kursk | 쿠르스크 | クルスク
place | Sinpo | 신포 | 新浦
place | Yongbyon | 영변 | 寧辺
weapon | Hwasong-17 | 화성-17형 | 火星17
"""
"""Names that no training sentence holds, which the packages copy: kind, English, agreed forms."""

WORDS = {
    "country": """
North Korea | 북한 | 北朝鮮 | 3
the North | 북한 | 北朝鮮
South Korea | 한국 | 韓国 | 2
the South | 한국 | 韓国
Japan | 일본 | 日本 | 2
China | 중국 | 中国 | 2
Russia | 러시아 | ロシア | 2
the United States | 미국 | 米国 | 2
the U.S. | 미국 | 米国
Ukraine | 우크라이나 | ウクライナ
France | 프랑스 | フランス
Germany | 독일 | ドイツ
Britain | 영국 | 英国
India | 인도 | インド
Vietnam | 베트남 | ベトナム
Mongolia | 몽골 | モンゴル
Iran | 이란 | イラン
""",
    "capital": """
Pyongyang | 평양 | 平壌
Seoul | 서울 | ソウル
Tokyo | 도쿄 | 東京
Washington | 워싱턴 | ワシントン
Moscow | 모스크바 | モスクワ
Beijing | 베이징 | 北京
""",
    "town": """
Kyiv | 키예프 | キエフ
Vladivostok | 블라디보스토크 | ウラジオストク
Busan | 부산 | 釜山
Osaka | 오사카 | 大阪
Hanoi | 하노이 | ハノイ
London | 런던 | ロンドン
Paris | 파리 | パリ
Berlin | 베를린 | ベルリン
New York | 뉴욕 | ニューヨーク
Panmunjom | 판문점 | 板門店
Wonsan | 원산 | 元山
Kaesong | 개성 | 開城
""",
    "media": """
KCNA | 한국중앙통신 | 韓国中央通信 | 3
Rodong Sinmun | 로동 신문 | ロドン新聞
the Korean Central News Agency | 한국중앙통신 | 韓国中央通信
Yonhap News Agency | 연합뉴스 | 聯合ニュース
Kyodo News | 교도통신 | 共同通信
NHK | NHK | NHK
state media | 관영매체 | 国営メディア
""",
    "body": """
Samsung Electronics | 삼성전자 | サムスン電子 | 2
SK hynix | SK하이닉스 | SKハイニックス
Toyota Motor | 도요타자동차 | トヨタ自動車
Konami | Konami | Konami
the Foreign Ministry | 외교부 | 外務省 | 2
the Defense Ministry | 국방부 | 国防省
the Pentagon | Pentagon | ペンタゴン
the White House | 화이트하우스 | 白い家
the State Department | 미 국무부 | 米国務省
the United Nations | 유엔 | 国連
the European Union | 유럽연합 | 欧州連合
NATO | 나토 | 北大西洋条約機構
the Joint Chiefs of Staff | 합동참모본부 | 合同参謀本部
the Bank of Japan | 일본은행 | 日本銀行
the Bank of Korea | 한국은행 | 韓国銀行
the government | 정부 | 政府
the military | 군 | 軍
the National Assembly | 국회 | 国会
""",
    "folk": """
officials | 당국자들 | 当局者
lawmakers | 의원들 | 議員
experts | 전문가들 | 専門家
police | 경찰 | 警察
residents | 주민들 | 住民
""",
    "sister": "Kim Yo Jong | 김요종 | 金ヨジョン",
    "sea": "the Sea of Japan | 일본해 | 東海\nthe East China Sea | 동중국해 | 東シナ海",
    "missile": """
ballistic missile | 탄도미사일 | 弾道ミサイル
cruise missile | 순항미사일 | 巡航ミサイル
hypersonic missile | 극초음속 미사일 | 極超音速ミサイル
anti-air missile | 대공미사일 | 対空ミサイル
missile | 미사일 | ミサイル
rocket | 로켓 | ロケット
""",
    "few": """
two | 두 | 2
three | 세 | 3
four | 네 | 4
five | 다섯 | 5
six | 여섯 | 6
ten | 열 | 10
""",
    "many": """
50 | 50 | 50
100 | 100 | 100
300 | 300 | 300
500 | 500 | 500
1,000 | 1000 | 1000
1,200 | 1200 | 1200
3,000 | 3000 | 3000
10,000 | 1만 | 1万
12,000 | 1만2000 | 1万2000
15,000 | 1만5000 | 1万5000
100,000 | 10만 | 10万
""",
    "people": """
troops | 병력 | 兵士
engineers | 기술자 | 技術者
workers | 노동자 | 労働者
doctors | 의사 | 医師
""",
    "noun": """
plan | 계획 | 計画
agreement | 합의 | 合意
proposal | 제안 | 提案
statement | 성명 | 声明
treaty | 조약 | 条約
report | 보고서 | 報告書
decision | 결정 | 決定
budget | 예산 | 予算
project | 사업 | 事業
policy | 정책 | 政策
""",
    "nouns": """
sanctions | 제재 | 制裁
tariffs | 관세 | 関税
talks | 회담 | 会談
drills | 훈련 | 演習
nuclear tests | 핵실험 | 核実験
exports | 수출 | 輸出
""",
    "adj": """
military | 군사 | 軍事
economic | 경제 | 経済
joint | 공동 | 共同
trade | 무역 | 貿易
security | 안보 | 安全保障
""",
    "event": """
a summit | 정상회담 | 首脳会談
a ceremony | 기념식 | 記念式典
an emergency meeting | 긴급회의 | 緊急会議
a military parade | 열병식 | 軍事パレード
a news conference | 기자회견 | 記者会見
a forum | 포럼 | フォーラム
""",
    "weekday": """
Monday | 월요일 | 月曜日
Tuesday | 화요일 | 火曜日
Wednesday | 수요일 | 水曜日
Thursday | 목요일 | 木曜日
Friday | 금요일 | 金曜日
Saturday | 토요일 | 土曜日
Sunday | 일요일 | 日曜日
""",
    "february": "February | 2월 | 2月",
    "long_month": """
January | 1월 | 1月
March | 3월 | 3月
April | 4월 | 4月
May | 5월 | 5月
June | 6월 | 6月
July | 7월 | 7月
August | 8월 | 8月
September | 9월 | 9月
October | 10월 | 10月
November | 11월 | 11月
December | 12월 | 12月
""",
    "abbr": "Jan. | 1월 | 1月\nAug. | 8월 | 8月\nOct. | 10월 | 10月\nNov. | 11월 | 11月",
    "day": "\n".join(f"{n} | {n} | {n}" for n in range(1, 31)),
    "year": "\n".join(f"{n} | {n} | {n}" for n in range(2015, 2027)),
    "past": "last week | 지난주 | 先週\nlast month | 지난달 | 先月\nthis week | 이번 주 | 今週",
    "next": "next week | 다음 주 | 来週\nnext month | 다음 달 | 来月\nthis year | 올해 | 今年",
    "said": """
said | 말 | 述べ | 4
announced | 발표 | 発表し
confirmed | 확인 | 確認し
claimed | 주장 | 主張し
stressed | 강조 | 強調し
""",
    "does": """
approved/approves/approve | 승인 | 承認
rejected/rejects/reject | 거부 | 拒否
criticized/criticizes/criticize | 비판 | 批判
welcomed/welcomes/welcome | 환영 | 歓迎
supported/supports/support | 지지 | 支持
discussed/discusses/discuss | 논의 | 議論
postponed/postpones/postpone | 연기 | 延期
canceled/cancels/cancel | 취소 | 中止
suspended/suspends/suspend | 중단 | 中断
resumed/resumes/resume | 재개 | 再開
reviewed/reviews/review | 검토 | 検討
condemned/condemns/condemn | 규탄 | 非難
expanded/expands/expand | 확대 | 拡大
proposed/proposes/propose | 제안 | 提案
""",
    "fires": """
fired/fires/fire | 발사 | 発射 | 3
test-fired/test-fires/test-fire | 시험발사 | 試射
deployed/deploys/deploy | 배치 | 配備
unveiled/unveils/unveil | 공개 | 公開
tested/tests/test | 시험 | 試験
""",
    "visits": "visited/visits/visit | 방문 | 訪問 | 3\nattacked/attacks/attack | 공격 | 攻撃",
    "gets": "arrived/arrives/arrive | 도착 | 到着",
    "sends": "sent/sends/send | 파견 | 派遣",
    "meets": "met/meets/meet | 회담 | 会談\nnegotiated/negotiates/negotiate | 협상 | 交渉",
    "hosts": "invited/invites/invite | 초청 | 招待\ncongratulated/congratulates/congratulate"
             " | 축하 | 祝福",
    "judges": "praised/praises/praise | 칭찬 | 称賛\naccused/accuses/accuse | 고발 | 告発\n"
              "trusted/trusts/trust | 신뢰 | 信頼",
    "signs": "signed/signs/sign | 체결 | 締結",
    "hands": "delivered/delivers/deliver | 전달 | 伝達",
    "leaves": "left/leaves/leave | 출발 | 出発",
    "names": "named/names/name | 명명 | 命名",
    "holds": "held/holds/hold | 개최 | 開催",
    "joins": "attended/attends/attend | 참석 | 出席",
    "raises": "raised/raises/raise | 인상 | 値上げ",
}
"""The words, by table."""
