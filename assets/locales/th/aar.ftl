# รายงานหลังการฝึกพร้อมแผนปรับปรุง
aar-kind = รายงานหลังการฝึกและแผนปรับปรุง
aar-contents = สารบัญ
aar-as-table = ดูเป็นตาราง
aar-page = หน้า
aar-date = { $day } { $month } { $year }
aar-month-1 = มกราคม
aar-month-2 = กุมภาพันธ์
aar-month-3 = มีนาคม
aar-month-4 = เมษายน
aar-month-5 = พฤษภาคม
aar-month-6 = มิถุนายน
aar-month-7 = กรกฎาคม
aar-month-8 = สิงหาคม
aar-month-9 = กันยายน
aar-month-10 = ตุลาคม
aar-month-11 = พฤศจิกายน
aar-month-12 = ธันวาคม
aar-day = วันที่ { $day } เวลา { $time }
aar-hours = { $hours ->
    [0] { $minutes } นาที
   *[other] { $minutes ->
        [0] { $hours } ชม.
       *[other] { $hours } ชม. { $minutes } นาที
    }
}
aar-share = { $share } % ({ $of } จาก { $all })
aar-round = รอบ
aar-when = เวลา
aar-who = หน่วย
aar-place = สถานที่
aar-happened = เหตุการณ์
aar-points = คะแนน
aar-why = เหตุผล

aar-cover-date = วันที่
aar-cover-services = หน่วยงาน
aar-cover-service = { $name } { $place }
aar-cover-people = ผู้เข้ารับการฝึกของ{ $team }
aar-cover-played = ระยะเวลา
aar-cover-length = { $rounds } จาก { $of } รอบ รวม { $hours } ชั่วโมงตามเวลาในคดี
aar-cover-outcome = ผลการฝึก
aar-cover-for = จัดทำสำหรับ
aar-cover-for-all = ผู้จัดการฝึก
aar-cover-for-team = { $team }

aar-summary = บทสรุป
aar-summary-what = { $north } และ { $south } ร่วมกันสืบสวนในการฝึก “{ $title }” ใช้เวลา { $rounds } รอบ รวม { $hours } ชั่วโมงตามเวลาในคดี
aar-summary-outcome = { $outcome } ได้ { $score } จาก 100 คะแนน
aar-well = สิ่งที่ทำได้ดี
aar-well-none = ไม่มีสิ่งใดในบันทึกที่เด่นชัด ควรถามทั้งสองฝ่ายว่าสิ่งใดควรทำต่อไป
aar-better = สิ่งที่ควรปรับปรุง
aar-better-none = ไม่มีสิ่งใดในบันทึกที่บกพร่อง ควรถามทั้งสองฝ่ายว่าจะทำสิ่งใดต่างไปจากเดิม
aar-summary-more = และอีก { $number } ข้อ ดูในหัวข้อผลการประเมินและวัตถุประสงค์
aar-summary-task = { $task } ({ $rating })
aar-summary-not-met = ยังทำไม่ได้: { $text }
aar-says-coverage = จากรายการสำคัญที่พบ { $all } รายการ เมื่อจบการฝึกทั้งสองหน่วยรู้ร่วมกัน { $pooled } รายการ
aar-says-late = รายการสำคัญครึ่งหนึ่งค้างอยู่อย่างน้อย { $time } กว่าจะส่งให้อีกฝ่าย หรือไม่ได้ส่งเลย
aar-says-soon = รายการสำคัญครึ่งหนึ่งส่งให้อีกฝ่ายภายใน { $time } หลังจากพบ
aar-says-requests = คำขอระหว่างสองหน่วย { $all } ครั้ง ได้รับคำตอบ (รวมคำปฏิเสธ) { $answered } ครั้ง
aar-says-breaches = { $number ->
    [0] ไม่มีการใช้ข้อมูลของอีกฝ่ายโดยไม่ได้รับความยินยอม
   *[other] มีการใช้ข้อมูลของอีกฝ่ายโดยไม่ได้รับความยินยอม { $number } ครั้ง
}
aar-says-duplicated = { $number ->
    [0] ทั้งสองหน่วยไม่ได้ทำงานขัดกัน
   *[other] เจ้าหน้าที่ของสองหน่วยทำงานขัดกัน { $number } ครั้ง
}
aar-says-no-verdict = ทั้งสองหน่วยไม่ได้มีข้อสรุปร่วมกัน
aar-says-theory = ข้อสันนิษฐานแรกถูกต้อง { $before } ส่วนข้อสรุปร่วมถูกต้อง { $after }
aar-says-welfare = { $loss ->
    [0] ผู้ที่อยู่ในภาวะเสี่ยงไม่มีใครแย่ลงกว่าตอนเริ่ม
   *[other] สวัสดิภาพของผู้ที่อยู่ในภาวะเสี่ยงลดลงรวม { $loss } คะแนน
}

aar-guide = ผลการประเมินตามขีดความสามารถ
aar-guide-none = คดีนี้ไม่มีแนวทางการประเมิน จึงไม่มีการประเมินงานสำคัญ วัตถุประสงค์และเกณฑ์อยู่ในหัวข้อถัดไป
aar-guide-how = งานสำคัญแต่ละงานประเมินเป็น P (ทำได้) S (ทำได้ แต่ราบรื่นกว่านี้ได้) M (ทำได้ แต่กระทบงานอื่น) หรือ U (ทำไม่ได้) โปรแกรมเสนอจากบันทึก ผู้ประเมินเป็นผู้ตัดสิน ข้อที่ยังไม่มีใครตัดสินจะระบุว่าเป็นข้อเสนอ
aar-guide-objective = วัตถุประสงค์: { $text }
aar-guide-target = เป้าหมาย: { $text }
aar-guide-caption = งานสำคัญ: { $capability }
aar-guide-task = งานสำคัญ
aar-guide-rating = ผลการประเมิน
aar-guide-observed = สิ่งที่สังเกตได้
aar-guide-critical = มีข้อผิดพลาดร้ายแรงในบันทึก จึงประเมินได้ไม่เกิน M
aar-guide-given = { $name } ให้ { $rating }
aar-rating-p = P: ทำได้
aar-rating-s = S: ทำได้ แต่ราบรื่นกว่านี้ได้
aar-rating-m = M: ทำได้ แต่กระทบงานอื่น
aar-rating-u = U: ทำไม่ได้
aar-rating-none = ยังไม่ได้ประเมิน
aar-rating-proposed = { $rating } (ข้อเสนอ)
aar-seen-met = ทำได้
aar-seen-not-met = ทำไม่ได้
aar-seen-open = รอผู้ประเมินสังเกต
aar-seen-harm = เกิดขึ้น
aar-seen-no-harm = ไม่เกิดขึ้น

aar-criteria = วัตถุประสงค์และเกณฑ์
aar-criteria-caption = เกณฑ์: { $objective }
aar-criteria-what = เกณฑ์
aar-criteria-result = ผล
aar-criteria-points = คะแนน
aar-criteria-of = { $points } จาก { $of }
aar-sure-none = ไม่มีการลงนามในข้อสรุปร่วม
aar-sure-well = ข้อสรุปร่วมมั่นใจ { $confidence } % และตอบถูก { $right } จาก { $of } ข้อ ทั้งสองหน่วยรู้ว่าตนรู้มากเพียงใด
aar-sure-over = ข้อสรุปร่วมมั่นใจ { $confidence } % และตอบถูก { $right } จาก { $of } ข้อ มั่นใจเกินกว่าที่พยานหลักฐานรองรับ
aar-sure-under = ข้อสรุปร่วมมั่นใจ { $confidence } % และตอบถูก { $right } จาก { $of } ข้อ ทั้งสองหน่วยเชื่อพยานหลักฐานของตนได้มากกว่านี้

aar-knowledge-how = รายการสำคัญคือรายการที่อีกหน่วยต้องใช้ ด้านล่างแสดงว่าแต่ละรายการค้างอยู่กับผู้พบนานเท่าใด ส่งเมื่อใด และใช้ครั้งแรกเมื่อใด
aar-knowledge-chart = รายการสำคัญ ตั้งแต่เริ่มถือจนใช้ครั้งแรก
aar-knowledge-about = เส้นเวลาของรายการสำคัญ { $items } รายการ ตลอด { $rounds } รอบ วงกลมคือรอบที่เริ่มถือ ลูกศรคือรอบที่ส่ง เครื่องหมายถูกคือการใช้ครั้งแรก แถบเส้นประคือไม่ได้ส่งเลย ตารางด้านล่างแสดงข้อมูลเดียวกัน
aar-knowledge-critical = รายการสำคัญ
aar-knowledge-others = รายการอื่นที่พบ
aar-item = รายการ
aar-held = เริ่มถือ
aar-shared = ส่ง
aar-arrived = ไปถึง
aar-used = ใช้
aar-never = ไม่เคย
aar-kept = ถือไว้
aar-shared-at-once = ส่งทันที

aar-truth-caption = เหตุการณ์ตามรอบ
aar-truth-prevented = งานของทั้งสองหน่วยป้องกันไว้ได้: { $text }
aar-truth-reaction = เครือข่ายไหวตัว: { $text }
aar-theories = ข้อสันนิษฐานแรกและข้อสรุปร่วม
aar-theories-how = ข้อสันนิษฐานแรกเกิดจากข้อเท็จจริงเพียงครึ่งเดียว และบันทึกไว้ก่อนจะส่งข้อมูลใด ✓ คือถูกต้อง ✗ คือไม่ถูกต้อง
aar-theories-caption = สิ่งที่คิดในตอนแรก สิ่งที่สรุปร่วมกัน และคำตอบที่ถูกต้อง
aar-theories-question = คำถาม
aar-theories-first = ตอนแรก: { $team }
aar-links = ความเชื่อมโยงระหว่างบุคคล ยานพาหนะ และสถานที่
aar-proof-how = ความผิดพิสูจน์ได้ด้วยองค์ประกอบ รายการหนึ่งนับเมื่อพิสูจน์องค์ประกอบนั้นและใช้ในศาลของประเทศนั้นได้ หากผู้เสียหายเป็นเด็ก ไม่ต้องมีวิธีการ (พิธีสารปาแลร์โม ข้อ 3)
aar-proof-caption = องค์ประกอบของความผิด
aar-proof-element = องค์ประกอบ
aar-proof-cited = อ้างในข้อสรุปร่วม
aar-proof-proof = สิ่งที่พิสูจน์ได้
aar-proof-result = ผล
aar-roles-person = บุคคล

aar-operation-evidence = สถานที่และเวลาทราบได้จาก { $items }
aar-operation-aim = เป้าหมาย: { $text }
aar-operation-places = สถานที่: { $places }
aar-operation-start = เริ่มเวลา { $time } ตามเวลาของ{ $team }
aar-operation-basis = { $team }ปฏิบัติโดยอาศัย: { $title }
aar-operation-unnamed = ความเสี่ยงที่ไม่มีใครระบุ: { $text }
aar-operation-contingency = หากไม่เป็นไปตามแผน: { $text }
aar-operation-cited = แผนอาศัย: { $items }
aar-authority = อำนาจ
aar-authority-applied = คำขอ
aar-authority-shows = สิ่งที่จะแสดงได้
aar-authority-caption = อำนาจที่ขอได้
aar-set-pieces = สิ่งที่เจ้าหน้าที่ตรวจ สัมภาษณ์ และคัดกรองเอง
aar-set-pieces-caption = ภาคปฏิบัติของเจ้าหน้าที่
aar-set-pieces-who = เจ้าหน้าที่และงาน
aar-set-pieces-result = ผล
aar-set-pieces-right = คำตอบที่ถูกต้องและข้อเรียนรู้
aar-set-pieces-well = ทำได้ดี: { $points } จาก 100 คะแนน
aar-set-pieces-badly = ทำได้ไม่ดี: { $points } จาก 100 คะแนน
aar-set-pieces-left = ออกจากงานกลางคัน
aar-set-pieces-open = ยังไม่เสร็จ
aar-set-pieces-teach-document = เทียบกับตัวอย่างและดูใต้แสงทุกแบบก่อนสรุปผล
aar-set-pieces-teach-interview = ถามคำถามเปิดก่อน แสดงพยานหลักฐานทีหลัง และไม่กดดันใคร
aar-set-pieces-teach-line = ข้อสังเกตมีน้ำหนักเมื่อคู่กับคำถามที่ตรวจสอบคำตอบได้ อาการประหม่าอย่างเดียวไม่บอกอะไร

aar-course = ความระแวง ความไว้วางใจ และสวัสดิภาพ
aar-course-how = ความระแวงของเครือข่าย ความไว้วางใจระหว่างสองหน่วย และสวัสดิภาพของผู้ที่อยู่ในภาวะเสี่ยง ณ ตอนเริ่มและเมื่อจบแต่ละรอบ
aar-course-what = เรื่อง
aar-course-about = { $title }: ตอนเริ่ม { $from } ตอนจบ { $to } จากเต็ม { $most }
aar-alarm = ความระแวงของเครือข่าย
aar-welfare-of = สวัสดิภาพ: { $name }
aar-requests-caption = คำขอระหว่างสองหน่วย
aar-request-by = ผู้ขอ
aar-request-about = เรื่อง
aar-request-answer = คำตอบ

aar-measures = ตัวชี้วัด
aar-measures-how = ตัวเลขทุกตัวนับจากบันทึก ขีดหมายถึงไม่มีอะไรให้นับ
aar-measures-caption = ตัวเลขของการฝึก
aar-measure = ตัวชี้วัด
aar-measure-both = ทั้งสองหน่วย
aar-metric-coverage = รายการสำคัญที่รู้ร่วมกัน
aar-metric-how-coverage = รายการสำคัญที่ทั้งสองหน่วยอ่านได้เมื่อจบ เทียบกับที่มีผู้ถืออยู่ ยิ่งมากยิ่งดี
aar-metric-focus = การพูดถึงสิ่งที่มีเพียงหน่วยเดียวถืออยู่
aar-metric-how-focus = สัดส่วนของสิ่งที่ส่ง กล่าวในข้อความ หรืออ้างอิง ซึ่งขณะนั้นมีเพียงหน่วยเดียวถืออยู่ ยิ่งมากยิ่งดี
aar-metric-sharing-delay = เวลาตั้งแต่ถือจนส่ง
aar-metric-how-sharing-delay = ค่ากลางของรายการสำคัญ ตามเวลาในคดี รายการที่ไม่เคยส่งนับถึงตอนจบ ยิ่งน้อยยิ่งดี
aar-metric-right-way = ส่งอย่างถูกวิธี
aar-metric-how-right-way = รายการที่ส่งในรูปแบบและช่องทางที่เหมาะสม เทียบกับที่ส่งทั้งหมด ยิ่งมากยิ่งดี
aar-metric-over-sharing = ส่งมากเกินไป
aar-metric-how-over-sharing = จำนวนครั้งที่ส่งในรอบเดียวมากกว่าที่อีกฝ่ายอ่านไหว หรือส่งข้อมูลที่น่าสงสัยโดยไม่เตือน ยิ่งน้อยยิ่งดี
aar-metric-breaches = ใช้โดยไม่ได้รับความยินยอม
aar-metric-how-breaches = จำนวนครั้งที่ใช้รายการของอีกฝ่ายโดยไม่ได้รับความยินยอม ยิ่งน้อยยิ่งดี
aar-metric-duplicated-work = งานซ้ำซ้อน
aar-metric-how-duplicated-work = จำนวนคู่ของงานที่สองหน่วยทำกับบุคคลหรือสถานที่เดียวกันโดยไม่ได้ตรวจสอบความซ้ำซ้อน ยิ่งน้อยยิ่งดี
aar-metric-exposure-caused = ความระแวงที่ก่อขึ้น
aar-metric-how-exposure-caused = คะแนนความระแวงของเครือข่ายที่เกิดจากงานของหน่วยเอง ยิ่งน้อยยิ่งดี
aar-metric-requests-answered = คำขอที่ได้รับคำตอบ
aar-metric-how-requests-answered = คำขอของอีกฝ่ายที่ได้ตอบ เทียบกับที่ได้รับ ยิ่งมากยิ่งดี
aar-metric-first-theory = ความถูกต้องของข้อสันนิษฐานแรก
aar-metric-how-first-theory = คำตอบที่ถูกต้องในข้อสันนิษฐานที่บันทึกก่อนส่งข้อมูลใด ยิ่งมากยิ่งดี
aar-metric-verdict = ความถูกต้องของข้อสรุปร่วม
aar-metric-how-verdict = คำตอบที่ถูกต้องในข้อสรุปร่วม ยิ่งมากยิ่งดี
aar-metric-calibration = ความมั่นใจต่างจากความจริง
aar-metric-how-calibration = กำลังสองของระยะห่างระหว่างความมั่นใจที่ระบุกับส่วนที่ถูกต้อง เต็ม 100 คะแนน (คะแนนไบรเออร์) ยิ่งน้อยยิ่งดี
aar-metric-question-mix = คำถามที่เหมาะสม
aar-metric-how-question-mix = คำถามเปิด คำถามเจาะลึก และคำถามปิดที่เหมาะสม เทียบกับคำถามทั้งหมดในการสัมภาษณ์ (Griffiths Question Map) ยิ่งมากยิ่งดี
aar-metric-sensitivity = การแยกแยะที่ช่องตรวจ
aar-metric-how-sensitivity = ค่า d′: แยกผู้ที่ควรส่งต่อออกจากผู้อื่นได้ดีเพียงใด 0 คือเดาสุ่ม ยิ่งมากยิ่งดี
aar-metric-bias = ความเอนเอียงที่ช่องตรวจ
aar-metric-how-bias = ค่า c: มากกว่า 0 คือมักปล่อยผ่าน น้อยกว่า 0 คือมักส่งต่อ ใกล้ 0 คือสมดุล
aar-metric-welfare-lost = สวัสดิภาพที่เสียไป
aar-metric-how-welfare-lost = สวัสดิภาพของผู้ที่อยู่ในภาวะเสี่ยงตอนเริ่ม ลบด้วยตอนจบ เป็นคะแนน ยิ่งน้อยยิ่งดี
aar-unit-percent = ร้อยละ
aar-unit-minutes = นาทีตามเวลาในคดี
aar-unit-count = ครั้ง
aar-unit-points = คะแนน
aar-unit-deviations = ส่วนเบี่ยงเบนมาตรฐาน

aar-msel = เหตุการณ์แทรก ตามแผนและที่เกิดจริง
aar-msel-none = คดีนี้ไม่มีเหตุการณ์แทรก และไม่มีการส่งเพิ่ม
aar-msel-caption = รายการเหตุการณ์หลัก (MSEL)
aar-msel-number = ที่
aar-msel-what = เหตุการณ์แทรก
aar-msel-who = จากและถึง
aar-msel-planned = ตามแผน
aar-msel-actual = เกิดจริง
aar-msel-expected = สิ่งที่คาดว่าจะทำ
aar-msel-edited = ใช้ถ้อยคำของวิทยากร
aar-msel-inserted = ไม่อยู่ในแผน วิทยากรส่งเอง
aar-msel-by-hand = ส่งเอง
aar-msel-when = เมื่อเงื่อนไขเป็นจริง
aar-msel-unless = เว้นแต่เห็นสิ่งที่คาดแล้ว
aar-msel-minute = รอบที่ { $round } นาทีที่ { $minute }
aar-msel-not-sent = ไม่ได้ส่ง

aar-notes-none = ไม่มีการจดข้อสังเกต
aar-notes-caption = ข้อสังเกตของวิทยากรและผู้ประเมิน
aar-notes-about = เกี่ยวกับ
aar-notes-what = ข้อสังเกต
aar-notes-rating = ผลการประเมิน
aar-by-trainer = วิทยากร
aar-by-evaluator = ผู้ประเมิน
aar-by-decided = ตัดสินแล้ว
aar-by-program = โปรแกรมเสนอ
aar-hand = สิ่งที่วิทยากรทำเอง
aar-hand-given = รอบที่ { $round }: ให้ { $item } แก่{ $team }
aar-hand-to-well = รอบที่ { $round } { $team }: นับว่า “{ $task }” ทำสำเร็จ เหตุผล: { $reason }
aar-hand-to-badly = รอบที่ { $round } { $team }: นับว่า “{ $task }” ทำไม่สำเร็จ เหตุผล: { $reason }
aar-hand-sent = รอบที่ { $round }: ส่งเหตุการณ์แทรกจาก { $from }: “{ $text }”

aar-plan = แผนปรับปรุง
aar-plan-how = แต่ละแถวคือสิ่งที่ทำให้ดีขึ้นได้ ให้เขียนสิ่งที่จะแก้ไข ผู้รับผิดชอบ และกำหนดเวลา
aar-plan-none = ไม่มีสิ่งใดในบันทึกที่บกพร่อง ใช้คำถามชวนคิดเพื่อหาสิ่งที่ยังทำให้ดีขึ้นได้
aar-plan-caption = ข้อค้นพบและการแก้ไข
aar-plan-number = ที่
aar-plan-finding = ข้อค้นพบ
aar-plan-action = การแก้ไข
aar-plan-owner = ผู้รับผิดชอบ
aar-plan-date = กำหนด

aar-account = ลำดับเหตุการณ์ของการฝึก
aar-account-how = ทุกสิ่งที่เกิดขึ้นตามลำดับ เวลาเป็นไปตามนาฬิกาของ{ $team }
aar-account-noted = จดไว้

aar-sheet-timeline = ลำดับเหตุการณ์
aar-sheet-items = รายการข้อมูล
aar-sheet-metrics = ตัวชี้วัด
aar-sheet-ratings = ผลการประเมิน
aar-sheet-msel = MSEL
aar-sheet-events = บันทึก
aar-column-event = ลำดับ
aar-column-item = รายการ
aar-column-title = ชื่อ
aar-column-weight = ความสำคัญ
aar-column-form = รูปแบบ
aar-column-text = ข้อความ
aar-column-unit = หน่วยนับ
aar-column-meaning = ความหมาย
aar-column-objective = วัตถุประสงค์
aar-column-capability = ขีดความสามารถ
aar-column-by = โดย
aar-column-note = หมายเหตุ
aar-column-status = สถานะ
aar-column-from = จาก
aar-column-to = ถึง
aar-column-kind = ประเภท
aar-column-details = รายละเอียด

# What one thing would have made of it, and what was learned.
aar-otherwise-what = สิ่งที่เปลี่ยนไป
aar-otherwise-worth = ผล
aar-otherwise-caption = โอกาสคลี่คลายคดีได้ทั้งหมด เมื่อเปลี่ยนหนึ่งเรื่อง และตามที่เป็นมา
aar-learning = สิ่งที่ได้เรียนรู้
aar-learning-how = บุคคลเดียวกันก่อนการฝึก หลังการฝึก และหลายสัปดาห์ต่อมาหากมีการถาม เมื่อไม่มีกลุ่มเปรียบเทียบ ตัวเลขนี้บอกว่าอะไรเปลี่ยนไป แต่ไม่บอกสาเหตุ
aar-learning-what = คำถาม
aar-learning-people = คำตอบ
aar-learning-before = ถูกก่อนฝึก
aar-learning-after = ถูกหลังฝึก
aar-learning-gain = พัฒนาการ
aar-learning-later = ถูกภายหลัง
aar-learning-caption = ความรู้ก่อนและหลัง พัฒนาการคือสัดส่วนของสิ่งที่ยังไม่รู้ที่ได้เรียนรู้ (Hake 1998)
aar-learning-all = ทุกคำถาม
aar-learning-asked = เรื่องที่ถาม
aar-learning-scales = จำนวนผู้ให้คะแนน 1 ถึง 5
aar-learning-texts = ความเห็นของผู้เข้าร่วม
